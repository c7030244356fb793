import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import type { Connection } from '../transport/connection';
import type { Stop } from '../transport/stop';
import { alikeIn } from './alike';
import { comparable } from '../values/comparable';
import { directoryOf } from './directories';
import type { KnownObjects, SeenObject } from './knownObjects';
import { UselessList } from './listReading';
import type { PortalObject } from './portalObject';

/** What people know an object by: fields of its list with their values, all of which it has to show. */
export type Key = Readonly<Record<string, unknown>>;

/** What the list of an object shows of a key. */
export interface FoundByKey {
	/** Every object that shows the key, as the API shows it. */
	matches: IDataObject[];
	/** How many objects were looked through. */
	searched: number;
	/** What a person may have meant where nothing matches: at most three, the most alike first. */
	alike: IDataObject[];
}

/** How fresh the answer has to be, and what ends the looking. */
export interface FindOptions {
	/**
	 * By the clock of durations: when the caller began. What matches was there at that moment or later,
	 * and nothing that was added by then is missed.
	 */
	since: number;
	stop?: Stop;
	/**
	 * Whether what was changed in the portal may not be missed either, where nothing matches: then the whole
	 * list is read again, unless it was since. For those who would tell a person that it is not there.
	 */
	isThorough?: boolean;
}

/**
 * The objects that people know by that key. Case and surplus spaces do not count; an empty value matches
 * nothing. What matches was read after `since`; for what is absent see {@link FindOptions}.
 * @throws UselessList when the list does not show the key of each object; Failure when it cannot be read;
 * the reason of the stop.
 */
export async function findByKey(
	connection: Connection,
	object: PortalObject,
	key: Key,
	{ since, stop, isThorough = false }: FindOptions,
): Promise<FoundByKey> {
	const directory = directoryOf(connection, object);
	let wholeSince = -Infinity;
	for (;;) {
		const objects = await directory.all(connection, { since, wholeSince }, stop);
		checkShown(objects, object, key);
		const found = objectsWithKey(objects, key);
		const stale = found.filter(({ seenAt }) => seenAt < since);
		if (stale.length === 0) {
			const mayBeMissed = found.length === 0 && isThorough && directory.wholeSince < since;
			if (!mayBeMissed) return toFoundByKey(objects, found, key);
			wholeSince = since;
			continue;
		}
		// Somebody may have changed or removed it in the portal since.
		const ids = stale.map(({ object: { id } }) => String(id));
		if (!(await directory.rereadings.isWorth(ids, objects.size))) {
			wholeSince = since;
			continue;
		}
		const areUnchanged = await Promise.all(
			ids.map(async (id) => {
				const read = await directory.rereadings.read(connection, id, since, stop);
				return read !== undefined && shows(read, key);
			}),
		);
		if (areUnchanged.includes(false)) wholeSince = now();
	}
}

function toFoundByKey(objects: KnownObjects, found: readonly SeenObject[], key: Key): FoundByKey {
	const [first] = Object.entries(key);
	return {
		matches: found.map(({ object }) => object),
		searched: objects.size,
		alike: found.length > 0 || first === undefined ? [] : alikeIn(objects, ...first),
	};
}

function objectsWithKey(objects: KnownObjects, key: Key): SeenObject[] {
	const entries = Object.entries(key);
	const [first, ...others] = entries;
	if (first === undefined) return [];
	if (entries.some(([name, value]) => comparable(value, name) === '')) return [];
	const rest = Object.fromEntries(others);
	return objects
		.idsWith(...first)
		.flatMap((id) => objects.get(id) ?? [])
		.filter(({ object }) => shows(object, rest));
}

function checkShown(objects: KnownObjects, { noun }: PortalObject, key: Key): void {
	const hidden = Object.keys(key).find((field) => objects.someLack(field));
	if (hidden === undefined) return;
	throw new UselessList(`the list of ${noun}s does not show the ${hidden} of each`);
}

/** Whether an object shows every field of the key, in whatever case and with whatever spaces. */
export function shows(candidate: IDataObject, key: Key): boolean {
	return Object.entries(key).every(
		([name, value]) => comparable(candidate[name], name) === comparable(value, name),
	);
}
