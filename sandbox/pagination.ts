/** As documented. */
export const perPage = 15;

/**
 * One page of a list, in the documented shape. `from` and `to` are 0 on a page without objects.
 * @param show How an object of it is shown.
 */
export function pageOf<T>(
	items: T[],
	page: number,
	address: string,
	show: (item: T) => object,
): object {
	const start = (page - 1) * perPage;
	const data = items.slice(start, start + perPage).map(show);
	const addressOf = (number: number): string => `${address}?page=${number}`;
	return {
		current_page: page,
		data,
		first_page_url: addressOf(1),
		from: data.length > 0 ? start + 1 : 0,
		next_page_url: items.length > start + perPage ? addressOf(page + 1) : null,
		path: address,
		per_page: perPage,
		prev_page_url: page > 1 ? addressOf(page - 1) : null,
		to: data.length > 0 ? start + data.length : 0,
	};
}
