/** A page of a list, as the API answers it. */
export interface ListPage {
	data: Array<Record<string, unknown>>;
	current_page: number;
	path: string;
	from: number;
	next_page_url: string | null;
}

/** A list that is served in place of the portal's, for one cell. */
export interface ServedList {
	/** The page in its place. */
	pageFor: (page: ListPage) => object;
	/** IDs of what was there all the time, and has to come out of a reading of the whole list. */
	ids?: () => unknown[];
}

/** Whether an answer is a page of a list. */
export function isListPage(body: unknown): body is ListPage {
	return typeof body === 'object' && body !== null && 'current_page' in body && 'data' in body;
}

const PER_PAGE = 15;

const addressOf = (path: string, page: number): string => `${path}?page=${page}`;

/** One empty page after the other, each of which names one more. */
export function emptyPages(): ServedList {
	return {
		pageFor: (page) => ({
			...page,
			data: [],
			next_page_url: addressOf(page.path, page.current_page + 1),
		}),
	};
}

/** The oldest object again and again, each time with a longer address of the next page. */
export function growingQuery(): ServedList {
	let addition = '';
	return {
		pageFor: (page) => {
			addition += '0';
			return {
				...page,
				data: page.data.slice(-1),
				next_page_url: `${page.path}?page=${addition}1`,
			};
		},
	};
}

/** So many objects, all of them like the oldest one but for their IDs. */
export function longList(count: number): ServedList {
	let oldest: Record<string, unknown> | undefined;
	return {
		pageFor: (page) => {
			oldest ??= page.data.at(-1);
			const start = (page.current_page - 1) * PER_PAGE;
			const size = Math.max(0, Math.min(PER_PAGE, count - start));
			return {
				...page,
				data: numbered(oldest, start, size),
				from: size > 0 ? start + 1 : 0,
				next_page_url:
					start + PER_PAGE < count ? addressOf(page.path, page.current_page + 1) : null,
			};
		},
	};
}

/**
 * 40 objects, to which something happens each time that a page was served.
 * @param happens Changes what is in the list.
 */
export function changingList(happens: (inList: object[], pagesServed: number) => void): ServedList {
	let inList: Array<Record<string, unknown>> | undefined;
	let atFirst = new Set<unknown>();
	let pagesServed = 0;
	return {
		pageFor: (page) => {
			if (inList === undefined) {
				inList = numbered(page.data[0], 0, 40);
				atFirst = new Set(inList.map(({ id }) => id));
			}
			const start = (page.current_page - 1) * PER_PAGE;
			const served = {
				...page,
				data: inList.slice(start, start + PER_PAGE),
				next_page_url:
					inList.length > start + PER_PAGE ? addressOf(page.path, page.current_page + 1) : null,
			};
			happens(inList, ++pagesServed);
			return served;
		},
		ids: () => (inList ?? []).map(({ id }) => id).filter((id) => atFirst.has(id)),
	};
}

function numbered(
	object: Record<string, unknown> | undefined,
	start: number,
	count: number,
): Array<Record<string, unknown>> {
	return Array.from({ length: count }, (_, index) => ({
		...object,
		id: `${String(object?.id)}${start + index}`,
	}));
}
