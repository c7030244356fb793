/** More than a person reads in one line. */
const MOST_RANGES = 10;

/**
 * Items by their numbers: `[2, 4, 5, 6]` → `items 2 and 4 to 6`. Of very many, the first.
 * @param indexes In ascending order.
 */
export function toRanges(indexes: readonly number[]): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const index of indexes) {
		const last = ranges.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else ranges.push([index, index]);
	}
	const texts = ranges
		.slice(0, MOST_RANGES)
		.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
	const left = ranges
		.slice(MOST_RANGES)
		.reduce((count, [first, last]) => count + last - first + 1, 0);
	if (left > 0) texts.push(`${left} more`);
	const list = texts.length > 1 ? `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}` : texts[0];
	return `${indexes.length === 1 ? 'item' : 'items'} ${list}`;
}
