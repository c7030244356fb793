import type { IDataObject } from 'n8n-workflow';
import type { Channel } from '../transport/channel';
import type { Connection } from '../transport/connection';
import { ObjectDirectory } from './objectDirectory';
import type { PortalObject } from './portalObject';

/** The directories of each token, by path and query of the list. They go with its channel. */
const directories = new WeakMap<Channel, Map<string, ObjectDirectory>>();

/** All that hold something. */
const inUse = new Set<ObjectDirectory>();

/** All directories together hold no more objects than these: about a kilobyte for each. */
const MOST_OBJECTS = 50_000;

/** Lists below other objects have a path for each of these. */
const MOST_LISTS = 100;

/**
 * What is known of the list of an object, as the token of the connection sees it.
 * @param path Where the list is, in place of the object's own path, in which the ID of its parent lacks.
 */
export function directoryOf(
	{ channel }: Connection,
	object: PortalObject,
	path = object.path ?? '',
): ObjectDirectory {
	const query = object.query ?? {};
	const key = keyOf(path, query, object.heldIn);
	const ofChannel = directories.get(channel) ?? new Map<string, ObjectDirectory>();
	directories.set(channel, ofChannel);
	const directory = ofChannel.get(key) ?? new ObjectDirectory({ object, path, query });
	ofChannel.set(key, directory);
	if (ofChannel.size > MOST_LISTS) forgetEmpty(ofChannel, directory);
	makeRoom();
	inUse.add(directory);
	return directory;
}

/**
 * Notes what this process has made or changed, where the list it belongs to is known.
 * @param change What was sent: the answer may show less of the object than the list does.
 */
export function noteInDirectory(
	{ channel }: Connection,
	object: PortalObject,
	made: IDataObject,
	{ change = {}, isNew }: { change?: IDataObject; isNew: boolean },
): void {
	const { path = '', query = {} } = object;
	const directory = directories.get(channel)?.get(keyOf(path, query));
	const told = Object.entries(change).filter(([, value]) => typeof value !== 'object');
	directory?.note({ ...Object.fromEntries(told), ...made }, isNew);
}

function keyOf(path: string, query: IDataObject, heldIn = ''): string {
	return `${path}?${JSON.stringify(query)}#${heldIn}`;
}

function forgetEmpty(ofChannel: Map<string, ObjectDirectory>, wanted: ObjectDirectory): void {
	for (const [key, directory] of ofChannel) {
		directory.forgetOld();
		if (directory !== wanted && directory.size === 0 && directory.isIdle) ofChannel.delete(key);
	}
}

/** Forgets what is too old, and what was read longest ago while there is too much. */
function makeRoom(): void {
	const oldestFirst = [...inUse].sort((left, right) => left.endedAt - right.endedAt);
	let total = 0;
	for (const directory of oldestFirst) {
		directory.forgetOld();
		total += directory.size;
	}
	for (const directory of oldestFirst) {
		if (total > MOST_OBJECTS && directory.isIdle) {
			total -= directory.size;
			directory.forget();
		}
		if (directory.size === 0 && directory.isIdle) inUse.delete(directory);
	}
}
