import type { IDataObject } from 'n8n-workflow';
import type { Key } from '../../shared/objects/findByKey';
import { UselessList } from '../../shared/objects/listReading';
import type { PortalObject } from '../../shared/objects/portalObject';
import { Failure } from '../../shared/transport/failure';
import { comparable } from '../../shared/values/comparable';
import { article } from '../../shared/values/identifier';
import { isSameValue } from '../../shared/values/sameValue';
import { quote, WrongValue } from '../../shared/values/wrongValue';
import type { Creation, IfExists } from './creation';

/** Whether what exists is what the item would create. */
export function agrees(creation: Creation, found: Key): boolean {
	return differencesOf(creation, found).length === 0;
}

/**
 * Whether what exists is what the item would create.
 * @param place Where it exists: "in the portal", "in item 3".
 * @throws WrongValue with both values of what differs.
 */
export function checkAgreement(creation: Creation, found: Key, place: string): void {
	const differences = differencesOf(creation, found);
	if (differences.length === 0) return;
	const { object } = creation;
	const displayName = firstNameOf(creation);
	throw new WrongValue(
		`${valueOf(creation)} is ${place} already, with other values: ${differences.join(', ')}`,
		`Correct this item, or the ${object.noun} that exists${found.id === undefined ? '' : ` (${String(found.id)})`}, so that both agree, or give it another ${displayName.toLowerCase()}.`,
		displayName,
	);
}

/** `Invoice Date is 2026-11-21 there and 2026-11-22 here`; what the request does not give is not compared. */
function differencesOf({ agreeing, displayNameOf: nameOnCanvas }: Creation, found: Key): string[] {
	return Object.entries(agreeing)
		.filter(([name, sent]) => !isSameValue(name, found[name], sent))
		.map(
			([name, sent]) =>
				`${nameOnCanvas(name)} is ${String(found[name] ?? 'empty')} there and ${String(sent)} here`,
		);
}

/**
 * Which key speaks against taking for it what a later key finds: both give it, with different values.
 * @param key The one that finds it.
 * @returns The name of the field in the API.
 */
export function differingKey(
	{ keys }: Pick<Creation, 'keys'>,
	key: Key,
	found: Key,
): string | undefined {
	const before = keys.slice(0, keys.indexOf(key)).flatMap((each) => Object.entries(each));
	return before
		.filter(([name]) => comparable(found[name], name) !== '')
		.find(([name, value]) => comparable(found[name], name) !== comparable(value, name))?.[0];
}

/** Why what a key finds in the portal is not what the item means. */
export function contradiction(
	creation: Creation,
	key: Key,
	found: IDataObject,
): WrongValue | undefined {
	const name = differingKey(creation, key, found);
	if (name === undefined) return undefined;
	const { displayNameOf: nameOnCanvas, keys, object } = creation;
	const value = quote(keys.find((each) => name in each)?.[name]);
	const [displayName, finder] = [nameOnCanvas(name), firstNameOf(creation, key)];
	return new WrongValue(
		`${value} is of no ${object.noun}, and the one with ${finder} ${valueOf(creation, key)} has another, ${quote(found[name])}: ${describeFound(object, found)}`,
		`Correct ${displayName} or ${finder} of this item, or of the ${object.noun} that exists. Another ${object.noun} with the same ${finder} is made by Create.`,
		displayName,
	);
}

/**
 * Why nothing is created.
 * @param where What exists: "as inv_abc12345def678", "in item 3 of this run".
 */
export function refusal(creation: Creation, where: string): WrongValue {
	return new WrongValue(
		`${valueOf(creation)} exists already, ${where}`,
		'Choose Output the Existing One under If It Exists to go on with it, or leave this item out.',
		firstNameOf(creation),
	);
}

export function severalExist(
	creation: Creation,
	key: Key,
	found: readonly IDataObject[],
): WrongValue {
	const { object } = creation;
	return new WrongValue(
		`${valueOf(creation, key)} is in the portal ${found.length} times: ${found.map((each) => describeFound(object, each)).join(' and ')}`,
		`Which ${object.noun} is meant cannot be told. Remove what is too much, or leave this item out.`,
		firstNameOf(creation, key),
	);
}

/** Why it is not known whether something exists. */
export function unsearchable({ noun }: PortalObject, ifExists: IfExists, cause: Failure): Failure {
	const remedy =
		cause instanceof UselessList
			? [cause.cure, WITHOUT_LOOKING[ifExists](noun)]
			: [cause.description, MAY_CREATE_ANOTHER[ifExists]];
	return new Failure(
		`Whether the ${noun} exists cannot be looked up: ${cause.message}`,
		[...remedy, 'Nothing was sent.'].filter(Boolean).join(' '),
		cause.status,
	);
}

const OR_CREATE_ANOTHER = 'Or choose Create Another One under If It Exists.';

/** What a person may choose so that nobody looks. */
const MAY_CREATE_ANOTHER: Record<IfExists, string> = {
	useExisting: OR_CREATE_ANOTHER,
	refuse: OR_CREATE_ANOTHER,
	// There that makes no difference.
	retry: '',
	update: '',
};

const lookYourself = (noun: string): string =>
	`Look in the portal which ${noun}s are there, and run the workflow with the items of the others only, with Create Another One under If It Exists.`;

/** How to go on where the list never tells what is there. */
const WITHOUT_LOOKING: Record<IfExists, (noun: string) => string> = {
	useExisting: lookYourself,
	refuse: lookYourself,
	retry: (noun) => `Retry always looks. ${lookYourself(noun)}`,
	update: (noun) =>
		`Use Update with By ID for ${article(noun)} ${noun} that is in the portal, and Create for one that is not.`,
};

/** The value by which a person knows it: `"2026-001"`. */
export function valueOf({ keys: [first = {}] }: Creation, key = first): string {
	return quote(Object.values(key)[0]);
}

/** The parameter with that value, as the canvas shows it. */
export function firstNameOf(
	{ keys: [first = {}], displayNameOf: nameOnCanvas }: Creation,
	key = first,
): string {
	const [name = ''] = Object.keys(key);
	return nameOnCanvas(name);
}

/** A person's words for what exists: `inv_abc12345def678 (2026-001 · € 12.95)`. */
export function describeFound(object: PortalObject, { id, ...found }: IDataObject): string {
	const title = object.title?.({ id, ...found });
	return title === undefined || title === id ? String(id) : `${String(id)} (${title})`;
}
