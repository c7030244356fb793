import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { connect } from '../transport/connection';
import type { Purpose } from '../transport/explanations';
import { Failure, toNodeError } from '../transport/failure';
import { type Page, readPage } from '../transport/pages';
import { PageMemory } from './pageMemory';

/** How the objects of one kind are listed for picking. */
export interface Searchable {
	/** Path of the list. */
	url: string;
	purpose: Purpose;
	/** How the object is shown, and what is searched in. */
	name: (object: IDataObject) => string;
}

/**
 * The API cannot search (guide, Base facts), so a search reads pages. This many are read at most for
 * one search (450 objects at 15 a page): half of a minute's requests, so that workflows can go on.
 */
const MOST_PAGES_PER_SEARCH = 30;

/** A person who types does not wait longer for the rate limit, in milliseconds. */
const PATIENCE = 10_000;

const memory = new PageMemory<Page>();

/**
 * One screenful of a picker.
 * @param filter What the user typed.
 * @param paginationToken Number of the page to go on with, as the user scrolls.
 */
export async function searchObjects(
	context: ILoadOptionsFunctions,
	{ url, purpose, name }: Searchable,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	try {
		const connection = await connect(context);
		const wanted = filter?.trim().toLocaleLowerCase('nl') ?? '';
		const results: INodeListSearchItems[] = [];
		let query: IDataObject | undefined = readToken(paginationToken);
		for (let pages = 0; query !== undefined; pages++) {
			const isEnough =
				wanted === '' ? pages > 0 : results.length > 0 && pages >= MOST_PAGES_PER_SEARCH;
			if (isEnough || pages >= MOST_PAGES_PER_SEARCH) break;
			const current: IDataObject = query;
			const page: Page = await memory.recall(
				connection.channel,
				`${url}?${JSON.stringify(current)}`,
				async () =>
					await readPage(connection, { method: 'GET', url, query: current }, purpose, {
						patience: PATIENCE,
					}),
			);
			results.push(...page.objects.map(toResult(name)).filter(matches(wanted)));
			query = page.next;
		}
		return { results, paginationToken: query && JSON.stringify(query) };
	} catch (cause) {
		if (!(cause instanceof Failure)) throw cause;
		throw toNodeError(context.getNode(), cause);
	}
}

function toResult(name: Searchable['name']): (object: IDataObject) => INodeListSearchItems {
	return (object) => ({ name: name(object), value: String(object.id) });
}

function matches(wanted: string): (result: INodeListSearchItems) => boolean {
	return ({ name, value }) => name.toLocaleLowerCase('nl').includes(wanted) || value === wanted;
}

function readToken(paginationToken: string | undefined): IDataObject {
	return paginationToken === undefined ? {} : (JSON.parse(paginationToken) as IDataObject);
}
