import { type Exchange, fieldOf, isSuccess, objectsOf } from '../asking/exchange';
import { operationOf } from '../contractOperations';
import { safeName, typeOf } from './forms';

/** What the pages of lists were like. */
export interface PageObservation {
	/** Values of `per_page`, and objects on pages that are not the last. */
	sizes: number[];
	/** Pages that named a next one. */
	followed: number;
	/** Whether each next page was on the host and path of the list, and held other objects. */
	isHostSame: boolean;
	isPathSame: boolean;
	areObjectsOther: boolean;
	/** Names of the query parameters of the next pages. */
	parameters: string[];
	/** Type of `next_page_url` on last pages. */
	ends: string[];
}

/** What the pages of all lists were like. */
export function observePages(exchanges: readonly Exchange[], baseUrl: string): PageObservation {
	const pages = exchanges.filter(
		(exchange) =>
			exchange.operationId !== undefined &&
			isSuccess(exchange) &&
			operationOf(exchange.operationId).kind === 'pages',
	);
	const nexts = pages.flatMap((page) => {
		const next = fieldOf(page.body, 'next_page_url');
		return typeof next === 'string' && URL.canParse(next, baseUrl)
			? [{ page, next: new URL(next, baseUrl) }]
			: [];
	});
	const api = new URL(baseUrl);
	const withoutSlash = (path: string): string => path.replace(/\/$/, '');
	return {
		sizes: distinct([
			...pages.map(({ body }) => Number(fieldOf(body, 'per_page'))),
			...nexts.map(({ page }) => objectsOf(page.body).length),
		]),
		followed: nexts.length,
		isHostSame: nexts.every(({ next }) => next.host === api.host),
		isPathSame: nexts.every(
			({ page, next }) =>
				withoutSlash(next.pathname) ===
				withoutSlash(`${api.pathname}${new URL(page.path, 'http://x').pathname}`),
		),
		areObjectsOther: nexts.every(({ page }) => isFollowedByOthers(page, pages)),
		parameters: distinct(nexts.flatMap(({ next }) => [...next.searchParams.keys()].map(safeName))),
		ends: distinct(
			pages
				.map(({ body }) => fieldOf(body, 'next_page_url'))
				.filter((next) => typeof next !== 'string')
				.map(typeOf),
		),
	};
}

function isFollowedByOthers(page: Exchange, pages: readonly Exchange[]): boolean {
	const next = pages
		.slice(pages.indexOf(page) + 1)
		.find(({ operationId }) => operationId === page.operationId);
	if (next === undefined) return true;
	const known = new Set(objectsOf(page.body).map(({ id }) => id));
	return objectsOf(next.body).every(({ id }) => !known.has(id));
}

function distinct<Value>(values: Value[]): Value[] {
	return [...new Set(values)];
}
