import type { IDataObject } from 'n8n-workflow';
import type { Key } from '../../shared/objects/findByKey';
import type { PortalObject } from '../../shared/objects/portalObject';
import type { Connection } from '../../shared/transport/connection';
import { Failure } from '../../shared/transport/failure';
import type { Stop } from '../../shared/transport/stop';
import { comparable } from '../../shared/values/comparable';
import { attempt } from '../../shared/values/wrongValue';
import type { Creation } from './creation';
import {
	checkAgreement,
	contradiction,
	describeFound,
	firstNameOf,
	refusal,
	valueOf,
} from './existingProblems';
import { toFailure } from './problems';
import { inTurn, type Last } from './turns';

/** What came of an item that creates something unless it exists. */
export interface Created {
	object: IDataObject;
	alreadyExisted: boolean;
}

/** What to do about it: create what is absent, or change what is there. */
export interface Ways {
	create: () => Promise<IDataObject>;
	/** Makes what exists what the item asks for. */
	change: (existing: IDataObject) => Promise<IDataObject>;
}

/**
 * Creates what is not there yet. Items that share a key, of this run and of others of this process, wait
 * for the one that creates it.
 * @throws Failure where what exists by now stands in the way, or may exist; the reason of the stop.
 */
export async function createOnce(
	creation: Creation,
	connection: Connection,
	stop: Stop,
	{ create, change }: Ways,
): Promise<Created> {
	const { existing, ifExists } = creation;
	if (existing !== undefined && ifExists !== 'update') {
		return { object: existing, alreadyExisted: true };
	}
	return await inTurn(connection.channel, workKeysOf(creation), stop, async (lasts) => {
		const found = knownByNow(creation, lasts);
		if (found === undefined) return { object: await create(), alreadyExisted: false };
		const object = ifExists === 'update' ? await change(found) : found;
		return { object, alreadyExisted: true };
	});
}

/**
 * What the portal has by now, as far as this process knows.
 * @throws Failure where it stands in the way, or may exist.
 */
function knownByNow(creation: Creation, lasts: readonly Last[]): IDataObject | undefined {
	const { checkedAt, begunAt, existing, object } = creation;
	const recent = lasts.filter(({ at }) => at >= begunAt);
	const made = recent
		.sort((left, right) => right.at - left.at)
		.map((last) => {
			if ('undecided' in last) throw inDoubt(last.undecided, object.noun);
			return last.object;
		});
	const [latest] = made;
	if (latest === undefined) return existing;
	const other = [existing, ...made].find((each) => each !== undefined && each.id !== latest.id);
	if (other !== undefined) throw twoAreMeant(creation, latest, other);
	// What an earlier try made shows in what this one found.
	if (existing !== undefined && recent.every(({ at }) => at < checkedAt)) return existing;
	const used = attempt(() => use(creation, latest));
	if ('value' in used) return used.value;
	const { displayName = '', finding, remedy } = used.wrong;
	throw toFailure({ displayName, finding, remedy }, 'Nothing was sent for this item.');
}

/** @throws WrongValue where what was made meanwhile stands in the way. */
function use(creation: Creation, made: IDataObject): IDataObject {
	const { ifExists, keys } = creation;
	if (ifExists === 'refuse') throw refusal(creation, `as ${String(made.id)}`);
	const contradicting = contradiction(creation, keys.at(-1) ?? {}, made);
	if (contradicting !== undefined) throw contradicting;
	checkAgreement(creation, made, 'in the portal');
	return made;
}

/** The same for all items that create or change the same: who shares one of them waits. */
export function workKeysOf({ object, keys, existing, foundBy = 0 }: Creation): string[] {
	if (existing === undefined) return keys.map((key) => workKeyOf(object, key));
	// What stands behind the key that found it decides nothing.
	const deciding = keys.slice(0, foundBy + 1).map((key) => workKeyOf(object, key));
	return [...deciding, JSON.stringify([object.path, existing.id])];
}

/** The same for all items with that key. */
export function workKeyOf({ path }: PortalObject, key: Key): string {
	const values = Object.entries(key).map(([name, value]) => [name, comparable(value, name)]);
	return JSON.stringify([path, values]);
}

function twoAreMeant(creation: Creation, latest: IDataObject, other: IDataObject): Failure {
	const { object } = creation;
	return new Failure(
		`${firstNameOf(creation)} ${valueOf(creation)} leads to two ${object.noun}s since others made or changed them: ${describeFound(object, latest)} and ${describeFound(object, other)}`,
		`Nothing was sent for this item. Which ${object.noun} is meant cannot be told: look in the portal, and correct the item.`,
	);
}

function inDoubt({ description, status }: Failure, noun: string): Failure {
	return new Failure(
		`Another item creates or changes the same ${noun}, and whether that was carried out is unknown`,
		`Nothing was sent for this item. ${description}`,
		status,
	);
}
