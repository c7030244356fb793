import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import type { Connection } from '../transport/connection';
import type { Page } from '../transport/pages';
import { hasLost } from '../transport/removals';
import type { KnownObjects } from './knownObjects';
import { createdAtOf, type ListOrder } from './listOrder';
import { type ObjectList, readListPage, type Tail } from './listReading';

/** What is known of a list that has an order. Its objects stand from old to new. */
interface OrderedList {
	objects: KnownObjects;
	order: Exclude<ListOrder, 'neither'>;
	/** When the newest object was made that the list has shown. */
	newest: number;
	/** The last page of the list. */
	tail: Tail;
}

/** Pages read one after the other, as one list. */
interface Strip {
	/** From old to new. */
	objects: IDataObject[];
	ids: Set<unknown>;
	pages: number;
	/** What the first of them showed, and its query. */
	start: readonly IDataObject[];
	query: IDataObject;
	/** By the clock of durations: when the reading of it began. */
	startedAt: number;
}

/**
 * Reads the newest end of a list again and brings what is known in step with it.
 * @returns False where it does not fit what is known, so that all has to be read again.
 * @throws Failure
 */
export async function readNewestEnd(
	connection: Connection,
	list: ObjectList,
	known: OrderedList,
): Promise<boolean> {
	const strip =
		known.order === 'newestFirst'
			? await readFromFront(connection, list, known)
			: await readFromTail(connection, list, known);
	if (strip === undefined || (await mayMiss(connection, list, strip))) return false;
	return bringInStep(known, strip);
}

/** So much that is new (300 objects) is no quicker read here than with the whole list, and hardly the same list. */
const MOST_NEW_PAGES = 20;

/** Whatever was added is newer than all that the list has shown, so it stands before the second newest. */
async function readFromFront(
	connection: Connection,
	list: ObjectList,
	{ objects, newest }: OrderedList,
): Promise<Strip | undefined> {
	const strip = newStrip(list.query);
	let query: IDataObject | undefined = list.query;
	for (;;) {
		// Nothing old for so long, or to the end: it is another list.
		if (query === undefined || strip.pages >= MOST_NEW_PAGES) return undefined;
		const page: Page = await readListPage(connection, list, query);
		extend(strip, page);
		query = page.next;
		const isOld = (object: IDataObject): boolean =>
			objects.has(object.id) && createdAtOf(object) < newest;
		if (page.objects.some(isOld)) break;
	}
	strip.objects.reverse();
	return strip;
}

/** Whatever was added stands behind the last page, which has to begin with an object that stood on it. */
async function readFromTail(
	connection: Connection,
	list: ObjectList,
	known: OrderedList,
): Promise<Strip | undefined> {
	const { tail } = known;
	const strip = newStrip(tail.query);
	let query: IDataObject | undefined = tail.query;
	while (query !== undefined) {
		const page: Page = await readListPage(connection, list, query);
		extend(strip, page);
		if (!tail.ids.has(strip.objects[0]?.id)) return undefined;
		if (page.objects.length > 0) {
			known.tail = { query, ids: new Set(page.objects.map(({ id }) => id)) };
		}
		query = page.next;
	}
	return strip;
}

function newStrip(query: IDataObject): Strip {
	return { objects: [], ids: new Set(), pages: 0, start: [], query, startedAt: now() };
}

/** Whether something was removed while several pages were read, which may have hidden what is new. */
async function mayMiss(
	connection: Connection,
	list: ObjectList,
	{ pages, start, query }: Strip,
): Promise<boolean> {
	if (pages < 2) return false;
	const { objects } = await readListPage(connection, list, query);
	return hasLost(start, objects);
}

function extend(strip: Strip, page: Page): void {
	if (strip.pages++ === 0) strip.start = page.objects;
	for (const object of page.objects) {
		if (strip.ids.has(object.id)) continue;
		strip.ids.add(object.id);
		strip.objects.push(object);
	}
}

/** @returns Whether the strip fits what is known; if not, nothing was changed. */
function bringInStep(known: OrderedList, strip: Strip): boolean {
	const { objects } = known;
	if (!isInOrder(strip.objects)) return false;
	const added = strip.objects.filter(({ id }) => !objects.has(id));
	// What is new and yet older than what was known came into the middle, where nobody would look for it.
	if (added.some((object) => !(createdAtOf(object) >= known.newest))) return false;
	const gone = missingFrom(strip, objects);
	if (gone === undefined) return false;
	for (const id of gone) objects.remove(id);
	for (const object of strip.objects) objects.putLast(object, strip.startedAt);
	const newest = strip.objects.at(-1);
	if (newest !== undefined) known.newest = Math.max(known.newest, createdAtOf(newest));
	return true;
}

function isInOrder(objects: IDataObject[]): boolean {
	return objects.every((object, index) => {
		const before = objects[index - 1];
		return before === undefined || createdAtOf(before) <= createdAtOf(object);
	});
}

/**
 * What is known to stand within the strip and is not there any more.
 * @returns Undefined where it cannot be told from what the reading of several pages may have skipped.
 */
function missingFrom(strip: Strip, objects: KnownObjects): string[] | undefined {
	const [oldest] = strip.objects;
	if (oldest === undefined) return undefined;
	const begin = createdAtOf(oldest);
	const gone: string[] = [];
	for (const id of objects.ids.reverse()) {
		if (id === oldest.id) return gone;
		if (strip.ids.has(id)) continue;
		const seen = objects.get(id);
		if (seen === undefined) continue;
		if (!objects.isListed(id)) {
			// This process made it, after all that the list has shown: it should stand here.
			if (seen.seenAt < strip.startedAt) return undefined;
			continue;
		}
		// What was made at the same moment as the oldest may stand on either side of the edge.
		if (!(createdAtOf(seen.object) > begin)) continue;
		// While several pages were read, what was deleted may have moved another one out of sight.
		if (strip.pages > 1) return undefined;
		gone.push(id);
	}
	return undefined;
}
