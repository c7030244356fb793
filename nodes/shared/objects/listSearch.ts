import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Searchable } from './searchable';
import { searchables } from './portalObjects';
import { searchObjects } from './searchObjects';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

function pick(searchable: Searchable): ListSearch {
	return async function (filter, paginationToken) {
		return await searchObjects(this, searchable, filter, paginationToken);
	};
}

/** The pickers of the node, by the name that the resource locators use. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	Object.entries(searchables).map(([name, searchable]) => [name, pick(searchable)]),
);
