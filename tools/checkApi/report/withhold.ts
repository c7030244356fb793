import { type Exchange } from '../asking/exchange';

/** Shorter texts stand in every report by chance. */
const SHORTEST = 6;

/**
 * The last look at a report: whatever value of the portal stands in it after all is replaced.
 * @param vocabulary Texts of this project, whose words are no data even where the portal holds them too.
 */
export function withhold(
	report: string,
	key: string,
	exchanges: readonly Exchange[],
	vocabulary: string,
): string {
	const values = new Set(exchanges.flatMap(({ body }) => textsOf(body)));
	values.add(key);
	let clean = report;
	// Longest first, so that no end of a value is left behind.
	for (const value of [...values].sort((left, right) => right.length - left.length)) {
		if (value.length >= SHORTEST && !vocabulary.includes(value)) {
			clean = clean.replaceAll(value, '(withheld)');
		}
	}
	return clean;
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value.trim()];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsOf);
}
