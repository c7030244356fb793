import type { RunOutput } from '../engine';
import { type ErrorMode, fateIn } from './fates';

/** What a run says became of an item. `failed` and `unsent`: it was not carried out. */
export type Claim = 'done' | 'failed' | 'unknown' | 'unsent';

/** The titles of the lines in which a run that has stopped says what became of its items. */
const TITLES: Array<[RegExp, Claim]> = [
	[/^Not created/, 'failed'],
	[/^May be in the portal/, 'unknown'],
	[/^Not sent/, 'unsent'],
	[/^In the portal/, 'done'],
];

/** What a run says of each of its items, by their index; nothing for those that it does not mention. */
export function claimsOf(
	output: RunOutput,
	mode: ErrorMode,
	itemCount: number,
): Map<number, Claim> {
	const { error, items, errorItems } = output;
	if (error === undefined) {
		return new Map(
			[...items, ...errorItems].map(({ json, pairedItem }) => [
				(pairedItem as { item: number }).item,
				json.error === undefined ? 'done' : fateIn(String(json.error)),
			]),
		);
	}
	if (mode !== 'stop') return new Map();
	const words = `${error.message} ${error.description ?? ''}`;
	return itemCount === 1 ? new Map([[0, fateIn(words)]]) : claimsInReport(words);
}

function claimsInReport(words: string): Map<number, Claim> {
	const claims = new Map<number, Claim>();
	for (const [, line = ''] of words.matchAll(/<li>(.*?)<\/li>/gs)) {
		const claim = TITLES.find(([title]) => title.test(line))?.[1];
		if (claim === undefined) continue;
		for (const index of indexesIn(line)) claims.set(index, claim);
	}
	return claims;
}

/** `items 2 and 4 to 6` → 2, 4, 5, 6 */
function indexesIn(line: string): number[] {
	const ranges = [...line.matchAll(/\bitems? (\d+(?:(?:, | and | to )\d+)*)/g)];
	return ranges.flatMap(([, list = '']) =>
		list.split(/, | and /).flatMap((range) => {
			const [first = 0, last = first] = range.split(' to ').map(Number);
			return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
		}),
	);
}
