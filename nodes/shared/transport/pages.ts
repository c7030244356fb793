import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import type { Account } from './credential';
import { explain } from './explanations';
import { Failure } from './failure';
import type { ApiRequest, Purpose } from './request';
import { send, type WaitOptions } from './send';

/** One page of a list. */
export interface Page {
	objects: IDataObject[];
	/** Query of the next page; none on the last. */
	next?: IDataObject;
}

/**
 * The pages of a list, one after the other until the API names no next one (docs/api-facts.md, Pagination).
 * @throws Failure
 */
export async function* readPages(
	connection: Connection,
	request: ApiRequest,
	purpose: Purpose,
	options: WaitOptions = {},
): AsyncGenerator<Page> {
	const seen = new Set<string>();
	let query: IDataObject | undefined = request.query ?? {};
	while (query !== undefined) {
		const key = JSON.stringify(query);
		if (seen.has(key)) {
			throw new Failure(
				'The API named the same page twice, so the list would never end',
				'Use Limit to read the beginning of the list, and tell MijnKlantportaal.',
			);
		}
		seen.add(key);
		const page: Page = await readPage(connection, { ...request, query }, purpose, options);
		yield page;
		query = page.next;
	}
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
	if (!Array.isArray(body.data)) {
		throw new Failure(
			'The API answered without a list where one was expected',
			`Check that Base URL in the credential "${connection.credentialName}" is the address of the API (${connection.baseUrl} now).`,
		);
	}
	return {
		objects: body.data as IDataObject[],
		next: nextQuery(body.next_page_url, connection),
	};
}

/**
 * The query of the next page. Only the query of the address is used: the token goes to the base URL and
 * nowhere else, whatever address an answer names.
 * @throws Failure when the address is on another host, which no API of its own right would name.
 */
export function nextQuery(
	nextPageUrl: unknown,
	{ baseUrl, credentialName }: Pick<Account, 'baseUrl' | 'credentialName'>,
): IDataObject | undefined {
	if (typeof nextPageUrl !== 'string' || nextPageUrl === '') return undefined;
	const base = new URL(baseUrl);
	const next = URL.canParse(nextPageUrl, baseUrl) ? new URL(nextPageUrl, baseUrl) : undefined;
	if (next === undefined || next.hostname !== base.hostname) {
		throw new Failure(
			`The API named a next page outside of ${base.hostname}, which was not fetched to keep the API key safe`,
			`Check Base URL in the credential "${credentialName}". The pages before were read.`,
		);
	}
	// The documentation's examples end in a stray comma (docs/api-facts.md, Pagination).
	return Object.fromEntries(
		[...next.searchParams].map(([name, value]) => [name, value.replace(/,+$/, '')]),
	);
}
