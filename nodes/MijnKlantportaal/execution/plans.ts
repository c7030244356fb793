import type { IDataObject } from 'n8n-workflow';
import type { Key } from '../../shared/objects/findByKey';
import { quote, WrongValue } from '../../shared/values/wrongValue';
import type { Creation } from './creation';
import {
	checkAgreement,
	describeFound,
	differingKey,
	firstNameOf,
	refusal,
	valueOf,
} from './existingProblems';
import { workKeyOf } from './createOnce';

/** What an item would create or change. */
interface Plan {
	itemIndex: number;
	creation: Creation;
}

/** What the items of one run would create, to see where two create the same. */
export class Plans {
	/** By each of its keys the first item that has it, also of earlier tries. */
	private readonly planned: Map<string, Plan>;

	/** The same, by the first of its keys, of those that are in the portal. */
	private readonly found = new Map<string, Plan & { existing: IDataObject }>();

	/** @param earlier Those of the try before: what it carried out is not noted again. */
	constructor(earlier?: Plans) {
		this.planned = earlier?.planned ?? new Map();
	}

	/**
	 * Notes what an item would create.
	 * @throws WrongValue when another item of the run creates the same and that stands in the way.
	 */
	note(creation: Creation, itemIndex: number): void {
		const { existing, ifExists, keys, object } = creation;
		// What is used as it is meets nobody; what is changed meets those who change it too.
		if (existing !== undefined && ifExists !== 'update') return;
		const names = keys.map((key) => workKeyOf(object, key));
		for (const [place, key] of keys.entries()) {
			const earlier = this.planned.get(names[place] ?? '');
			if (earlier && earlier.itemIndex !== itemIndex) checkTwin(creation, key, earlier);
		}
		const [first = ''] = names;
		const foundBefore = this.found.get(first);
		if (existing !== undefined && foundBefore !== undefined) {
			checkSame(creation, existing, foundBefore);
		}
		const plan = { itemIndex, creation };
		for (const name of names) {
			if ((this.planned.get(name) ?? plan).itemIndex === itemIndex) this.planned.set(name, plan);
		}
		if (existing !== undefined && foundBefore === undefined) {
			this.found.set(first, { ...plan, existing });
		}
	}

	/**
	 * With what the portal has of another item that means the same, where a later key found that one only.
	 * All items of the run have to be noted.
	 */
	withTwins(creation: Creation): Creation {
		const [first = {}] = creation.keys;
		if (creation.existing !== undefined) return creation;
		const twin = this.found.get(workKeyOf(creation.object, first));
		return twin === undefined ? creation : { ...creation, existing: twin.existing, foundBy: 0 };
	}
}

/** @throws WrongValue when an earlier item with that key does not mean the same. */
function checkTwin(creation: Creation, key: Key, { creation: other, itemIndex }: Plan): void {
	const place = placeOf(itemIndex);
	if (creation.ifExists === 'refuse') throw refusal(creation, place);
	checkAgreement(creation, other.agreeing, place);
	// Two that differ in what decides, and are in the portal, may share the rest.
	if (creation.foundBy === 0 && other.foundBy === 0) return;
	const others = Object.fromEntries(other.keys.flatMap((each) => Object.entries(each)));
	const name = differingKey(creation, key, others);
	if (name === undefined) return;
	const displayName = creation.displayNameOf(name);
	const own = creation.keys.find((each) => name in each)?.[name];
	throw new WrongValue(
		`${valueOf(creation, key)} is ${place} already, with another ${displayName}: ${quote(others[name])} there and ${quote(own)} here`,
		'Correct one of the two items, or leave one of them out.',
		firstNameOf(creation, key),
	);
}

/** @throws WrongValue when an earlier item with the same first key is another object in the portal. */
function checkSame(
	creation: Creation,
	existing: IDataObject,
	{ existing: other, itemIndex }: Plan & { existing: IDataObject },
): void {
	if (existing.id === other.id) return;
	const { object } = creation;
	throw new WrongValue(
		`${valueOf(creation)} is ${placeOf(itemIndex)} already, for another ${object.noun}: ${describeFound(object, other)} there and ${describeFound(object, existing)} here`,
		`Which ${object.noun} is meant cannot be told. Correct one of the two items, or leave one of them out.`,
		firstNameOf(creation),
	);
}

function placeOf(itemIndex: number): string {
	return `in item ${itemIndex} of this run`;
}
