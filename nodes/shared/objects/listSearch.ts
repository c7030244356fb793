import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { PortalObject } from './portalObject';
import { portalObjects } from './portalObjects';
import { searchObjects } from './searchObjects';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * The name under which the node offers the picker of these objects: `searchInvoices`.
 * @returns Undefined for objects that the API lists nowhere.
 */
export function listSearchNameOf(object: PortalObject): string | undefined {
	if (object.title === undefined) return undefined;
	const [key = ''] = Object.entries(portalObjects).find(([, other]) => other === object) ?? [];
	return `search${key.charAt(0).toUpperCase()}${key.slice(1)}s`;
}

function listSearchOf(object: PortalObject): ListSearch {
	return async function (filter, paginationToken) {
		return await searchObjects(this, object, filter, paginationToken);
	};
}

/** The pickers of the node, by name. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	Object.values<PortalObject>(portalObjects).flatMap((object) => {
		const name = listSearchNameOf(object);
		return name === undefined ? [] : [[name, listSearchOf(object)]];
	}),
);
