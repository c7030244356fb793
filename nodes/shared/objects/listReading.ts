import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import { type Connection, shared } from '../transport/connection';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import { joined } from '../transport/sharing';
import {
	isLongerThan,
	MOST_PAGES_WITHOUT_NEWS,
	type Page,
	PAGES_BEFORE_MEASURING,
	readPage,
} from '../transport/pages';
import { hasLost, MOST_READINGS, RemovedEachTime } from '../transport/removals';
import type { ApiRequest } from '../transport/request';
import { send, type WaitOptions } from '../transport/send';
import { KnownObjects } from './knownObjects';
import { OrderWatch } from './listOrder';
import { type PortalObject, readingOf } from './portalObject';

/** A list to read: the objects in it, and where it is. */
export interface ObjectList {
	object: PortalObject;
	/** Path behind the base URL, IDs filled in: of the list, or of the parent that holds the objects. */
	path: string;
	query: IDataObject;
}

/** Longer lists are not read: at 60 requests a minute that takes more than 20 minutes, and memory. */
const MOST_OBJECTS = 20_000;

/** A list does not tell what is in it, and will not when somebody asks again. */
export class UselessList extends Failure {
	/** @param cure What would mend it for good, where something does. */
	constructor(
		finding: string,
		readonly cure = '',
	) {
		super(finding, cure === '' ? 'Use By ID.' : `${cure} Until it is mended, use By ID.`);
	}
}

/** A list has more objects than are looked through. */
export class ListTooLong extends UselessList {
	constructor(noun: string) {
		super(`There are more than ${MOST_OBJECTS} ${noun}s, too many to look through`);
	}
}

/** The last page of a list, from which what was added behind it is read. */
export interface Tail {
	query: IDataObject;
	ids: ReadonlySet<unknown>;
}

/**
 * A list that is being read from its beginning to its end, as far as somebody needs it. At the end its first
 * page is read once more, as what was removed meanwhile may have hidden another one.
 */
export class ListReading {
	/** By the clock of durations: what the portal holds at that moment is in the list. */
	readonly startedAt = now();

	/** What was read so far, in the order of the list. */
	readonly objects = new KnownObjects();

	/** In which order they came. */
	readonly watch = new OrderWatch();

	/** The last page that showed objects. */
	tail: Tail;

	/** What takes its place where something was removed meanwhile: the same list, from its beginning. */
	successor: ListReading | undefined;

	private next: IDataObject | undefined;
	/** What the first page showed, until it was read again; none where it is the only one. */
	private start: readonly IDataObject[] | undefined;
	private underWay: Promise<void> | undefined;
	private pagesWithoutNews = 0;
	private pagesRead = 0;

	/** @param number The how manieth reading it is, one after the other. */
	constructor(
		private readonly list: ObjectList,
		private readonly number = 1,
	) {
		this.next = list.query;
		this.tail = { query: list.query, ids: new Set() };
	}

	/** Whether a page is being read. */
	get isUnderWay(): boolean {
		return this.underWay !== undefined;
	}

	/** Whether the end of the list was reached, and nothing went from its beginning meanwhile. */
	get isComplete(): boolean {
		return this.next === undefined && this.start === undefined;
	}

	/**
	 * Reads the next page, once for all who wait for it. A page that could not be read is tried again by
	 * whoever comes next.
	 * @throws RemovedEachTime when there is no use in going on; Failure
	 */
	async advance(connection: Connection): Promise<void> {
		const begin = (): Promise<void> =>
			(this.underWay ??= this.readNext(shared(connection)).finally(() => {
				this.underWay = undefined;
			}));
		await joined(this.underWay, begin);
	}

	private async readNext(connection: Connection): Promise<void> {
		const query = this.next;
		if (query === undefined) {
			await this.readStartAgain(connection);
			return;
		}
		const seenAt = now();
		const page = await readListPage(connection, this.list, query);
		const known = this.objects.size;
		for (const object of page.objects) {
			// What is added while pages are read moves older objects on to the next page, a second time.
			if (!this.objects.has(object.id)) this.watch.add(object);
			this.objects.put(object, seenAt);
		}
		this.checkEnd(this.objects.size > known || page.next === undefined);
		if (page.objects.length > 0) {
			this.tail = { query, ids: new Set(page.objects.map(({ id }) => id)) };
		}
		await this.checkLength(connection, page);
		if (query === this.list.query && page.next !== undefined) this.start = page.objects;
		this.next = page.next;
	}

	/** What it shows anew is nobody's concern: whoever needs that reads the newest end. */
	private async readStartAgain(connection: Connection): Promise<void> {
		const { start, list, number } = this;
		if (start === undefined || this.successor !== undefined) return;
		const { objects } = await readListPage(connection, list, list.query);
		if (!hasLost(start, objects)) {
			this.start = undefined;
			return;
		}
		if (number >= MOST_READINGS) throw new RemovedEachTime();
		this.successor = new ListReading(list, number + 1);
	}

	/** @throws ListTooLong, long before so many objects were read. */
	private async checkLength(connection: Connection, page: Page): Promise<void> {
		if (++this.pagesRead !== PAGES_BEFORE_MEASURING) return;
		const { path, object } = this.list;
		const request: ApiRequest = { method: 'GET', url: path, answerField: 'data' };
		if (await isLongerThan(MOST_OBJECTS, connection, request, page, OF_NOBODY)) {
			throw new ListTooLong(object.noun);
		}
	}

	/** @throws Failure when the list does not seem to end, or ends too far away. */
	private checkEnd(hasNews: boolean): void {
		const { noun } = this.list.object;
		this.pagesWithoutNews = hasNews ? 0 : this.pagesWithoutNews + 1;
		if (this.pagesWithoutNews >= MOST_PAGES_WITHOUT_NEWS) {
			throw new UselessList(
				`The API shows the same ${noun}s on page after page, so their list would never end`,
				'Tell MijnKlantportaal.',
			);
		}
		if (this.objects.size > MOST_OBJECTS) {
			throw new ListTooLong(noun);
		}
	}
}

/** No stop of its own: others may need what it reads longer than the execution that began it. */
const OF_NOBODY: WaitOptions = { isUrgent: true };

/**
 * One page of a list; what a parent holds is all on one.
 * @throws Failure
 */
export async function readListPage(
	connection: Connection,
	{ object, path }: ObjectList,
	query: IDataObject,
): Promise<Page> {
	const { heldIn, parent = object } = object;
	const request: ApiRequest = { method: 'GET', url: path, query, answerField: 'data' };
	if (heldIn === undefined) {
		return await readPage(connection, request, readingOf(object), OF_NOBODY);
	}
	const ofParent: ApiRequest = { ...request, answerField: 'id' };
	const { ending, result: holder } = await send(connection, ofParent, OF_NOBODY);
	if (holder === undefined) throw explain(ending, connection, ofParent, readingOf(parent));
	const objects = holder[heldIn];
	return { objects: Array.isArray(objects) ? (objects as IDataObject[]) : [] };
}
