import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect } from '../transport/connection';
import { Failure, toNodeError } from '../transport/failure';
import type { Page } from '../transport/pages';
import type { ApiRequest } from '../transport/send';
import { PageMemory } from './pageMemory';
import { readSource } from './readSource';
import { type Searchable, urlOf } from './searchable';

/**
 * The API cannot search (guide, Base facts), so a search reads pages. This many are asked for at most in
 * one search (450 objects at 15 a page), half of a minute's requests, so that workflows can go on. Pages
 * read for the letters typed before do not count again.
 */
const MOST_REQUESTS_PER_SEARCH = 30;

/** As many results as a page of the list has: more are read as the user scrolls. */
const ENOUGH_RESULTS = 15;

const memory = new PageMemory<Page>();

/**
 * One screenful of a picker.
 * @param filter What the user typed.
 * @param paginationToken Where the last screenful ended, as the user scrolls.
 */
export async function searchObjects(
	context: ILoadOptionsFunctions,
	searchable: Searchable,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	return await collect(context, searchable, filter, paginationToken).catch((cause: unknown) => {
		throw cause instanceof Failure ? toNodeError(context.getNode(), cause) : cause;
	});
}

async function collect(
	context: ILoadOptionsFunctions,
	searchable: Searchable,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const url = urlOf(context, searchable);
	const connection = await connect(context);
	const wanted = filter?.trim().toLocaleLowerCase('nl') ?? '';
	// Whoever opens a picker wants to see what was added a moment ago.
	if (wanted === '' && paginationToken === undefined) memory.forget(connection.channel);
	const results: INodeListSearchItems[] = [];
	let requests = 0;
	let query: IDataObject | undefined = readToken(paginationToken) ?? searchable.query ?? {};
	while (query && results.length < ENOUGH_RESULTS && requests < MOST_REQUESTS_PER_SEARCH) {
		const current: IDataObject = query;
		const readAgain = async () => {
			requests++;
			const request: ApiRequest = { method: 'GET', url, query: current };
			return await readSource(connection, request, searchable);
		};
		const key = `${url}?${JSON.stringify(current)}`;
		const page: Page = await memory.recall(connection.channel, key, readAgain);
		results.push(...page.objects.map(toResult(searchable.name)).filter(matches(wanted)));
		query = page.next;
	}
	return { results, paginationToken: query && JSON.stringify(query) };
}

function toResult(name: Searchable['name']): (object: IDataObject) => INodeListSearchItems {
	return (object) => ({ name: name(object), value: String(object.id) });
}

function matches(wanted: string): (result: INodeListSearchItems) => boolean {
	return ({ name, value }) =>
		name.toLocaleLowerCase('nl').includes(wanted) ||
		String(value).toLocaleLowerCase('nl') === wanted;
}

function readToken(paginationToken: string | undefined): IDataObject | undefined {
	return paginationToken === undefined ? undefined : (JSON.parse(paginationToken) as IDataObject);
}
