import type { IDataObject } from 'n8n-workflow';
import { withoutTrailing } from '../values/trailing';
import { readAddress } from '../values/webAddress';
import type { Connection } from './connection';
import { type Account, tokenOf } from './credential';
import { explain } from './explanations';
import { Failure } from './failure';
import { hasLost, MOST_READINGS, RemovedEachTime } from './removals';
import type { ApiRequest, Purpose } from './request';
import { send, type WaitOptions } from './send';

/** One page of a list. */
export interface Page {
	objects: IDataObject[];
	/** Query of the next page; none on the last. */
	next?: IDataObject;
}

/**
 * n8n passes items on as arguments of a function, which Node.js takes about 120,000 of (n8n-core 2.41,
 * RoutingNode).
 */
const MOST_OBJECTS = 100_000;

/**
 * So many pages in a row may show nothing new, less one: what others add between two of them, up to 60 objects
 * while this process waits for the limit, moves all on by four pages.
 */
export const MOST_PAGES_WITHOUT_NEWS = 10;

/**
 * The pages of a list, one after the other until the API names no next one (docs/api-facts.md, Pagination).
 * @throws Failure; also when the list does not seem to end.
 */
export async function* readPages(
	connection: Connection,
	request: ApiRequest,
	purpose: Purpose,
	options: WaitOptions = {},
): AsyncGenerator<Page> {
	const asked = new Set<string>();
	const known = new Set<unknown>();
	let pagesWithoutNews = 0;
	let number = 1;
	let count = 0;
	let query: IDataObject | undefined = request.query ?? {};
	while (query !== undefined) {
		const key = JSON.stringify(query);
		if (asked.has(key)) {
			throw new Failure(
				'The API named the same page twice, so the list would never end',
				'Turn Return All off and set Limit to read the beginning of the list, and tell MijnKlantportaal.',
			);
		}
		asked.add(key);
		const page: Page = await readPage(connection, { ...request, query }, purpose, options).catch(
			(cause: unknown) => {
				throw number > 1 ? inThePage(number, cause) : cause;
			},
		);
		yield page;
		count += page.objects.length;
		if (count > MOST_OBJECTS) {
			throw tooLong();
		}
		const before = known.size;
		// What has no ID cannot be told from what was there before, and counts as new.
		for (const object of page.objects) known.add(object.id ?? object);
		pagesWithoutNews = known.size > before ? 0 : pagesWithoutNews + 1;
		if (pagesWithoutNews >= MOST_PAGES_WITHOUT_NEWS && page.next !== undefined) {
			throw new Failure(
				'The API names one more page again and again with nothing new on it, so the list would never end',
				'Turn Return All off and set Limit to read the beginning of the list, and tell MijnKlantportaal.',
			);
		}
		query = page.next;
		number++;
	}
}

function tooLong(): Failure {
	return new Failure(
		`The list has more than ${MOST_OBJECTS} objects, more than n8n can pass on from one node`,
		`Turn Return All off and set Limit to at most ${MOST_OBJECTS}.`,
	);
}

/**
 * After so many pages (1,050 objects) it is asked whether a list that is read to its end is too long for it:
 * those of most portals end before, and cost no request for it.
 */
export const PAGES_BEFORE_MEASURING = 70;

/**
 * Whether a list has more than so many objects, so that nobody reads it for hours to find that out: asks for
 * the page behind that many of them, where pages are numbered and say where they begin.
 * @param page One of its pages.
 * @throws Failure when the limit is used up for too long; the reason of the stop.
 */
export async function isLongerThan(
	most: number,
	connection: Connection,
	request: ApiRequest,
	{ objects, next = {} }: Page,
	options: WaitOptions,
): Promise<boolean> {
	if (!Number.isInteger(Number(next.page)) || objects.length === 0) return false;
	const query = { ...next, page: Math.ceil(most / objects.length) + 1 };
	const { result: behind } = await send(connection, { ...request, query }, options);
	if (!Array.isArray(behind?.data) || behind.data.length === 0) return false;
	// An API may answer with its last page in place of one that is not there.
	return Number(behind.from) > most;
}

/**
 * The pages of a list of which nothing may be missing (`removals.ts`): the first page is read again at the
 * end, and where it shows that something went, the whole list; what was seen before comes a second time.
 * @throws Failure
 */
export async function* readWholeList(
	connection: Connection,
	request: ApiRequest,
	purpose: Purpose,
	options: WaitOptions = {},
): AsyncGenerator<Page> {
	for (let reading = 1; reading <= MOST_READINGS; reading++) {
		const start: Page[] = [];
		let number = 0;
		for await (const page of readPages(connection, request, purpose, options)) {
			if (start.length < 2) start.push(page);
			yield page;
			if (++number !== PAGES_BEFORE_MEASURING) continue;
			if (await isLongerThan(MOST_OBJECTS, connection, request, page, options)) throw tooLong();
		}
		const [first, second] = start;
		if (first === undefined || second === undefined) return;
		const now = await readPage(connection, request, purpose, options);
		if (!hasLost(first.objects, now.objects)) return;
	}
	throw new RemovedEachTime();
}

/** What to say when a page behind the first is not there: nothing is wrong with the address of the list. */
function inThePage(number: number, cause: unknown): unknown {
	if (!(cause instanceof Failure) || cause.status !== 404) return cause;
	return new Failure(
		`The API does not know page ${number} of the list, which it named itself`,
		'The list may have become shorter while it was read. Run again.',
		cause.status,
	);
}

/**
 * Reads one page of a list.
 * @throws Failure
 */
export async function readPage(
	connection: Connection,
	request: ApiRequest,
	purpose: Purpose,
	options: WaitOptions = {},
): Promise<Page> {
	const { ending, result: body } = await send(connection, request, options);
	if (body === undefined) throw explain(ending, connection, request, purpose);
	if (!Array.isArray(body.data) || !body.data.every(isObject)) {
		throw new Failure(
			Array.isArray(body.data)
				? 'The API answered with a list that holds something else than objects'
				: 'The API answered without a list where one was expected',
			`Check that Base URL in the credential "${connection.credentialName}" is the address of the API (${connection.baseUrl} now).`,
		);
	}
	return {
		objects: body.data as IDataObject[],
		next: nextQuery(body.next_page_url, connection),
	};
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The query of the next page. Only the query of the address is used: the token goes to the base URL and
 * nowhere else, whatever address an answer names.
 * @throws Failure when the address is on another host, which no API of its own right would name.
 */
function nextQuery(
	nextPageUrl: unknown,
	account: Omit<Account, 'hasRequestOptions'>,
): IDataObject | undefined {
	const { baseUrl, credentialName } = account;
	if (typeof nextPageUrl !== 'string' || nextPageUrl === '') return undefined;
	const base = new URL(baseUrl);
	const next = readAddress(nextPageUrl, baseUrl);
	if (next === undefined || next.hostname !== base.hostname) {
		throw new Failure(
			`The API named a next page outside of ${base.hostname}, which was not fetched to keep the ${tokenOf(account)} safe`,
			`Check Base URL in the credential "${credentialName}". The pages before were read.`,
		);
	}
	const query: IDataObject = {};
	for (const [name, value] of next.searchParams) {
		// The documentation's examples end in a stray comma (docs/api-facts.md, Pagination).
		const text = withoutTrailing(value, ',');
		const list = /^(.+)\[\]$/.exec(name)?.[1];
		if (list === undefined) query[name] = text;
		// n8n's HTTP client writes a list as `a[0]=1&a[1]=2`, which PHP reads like `a[]=1&a[]=2`.
		else query[list] = [...((query[list] as string[] | undefined) ?? []), text];
	}
	return query;
}
