import { sentences } from '../values/sentence';
import type { Explanation } from './failure';
import type { Purpose } from './request';
import type { ApiWords } from './response';

/**
 * What to say when the API refuses values (422): it tells of the first one in its sentence, and of all of
 * them beside it.
 */
export function describeRefusedValues(
	{ sentence, fieldErrors }: ApiWords = { fieldErrors: [] },
	{ displayNameOf }: Purpose,
): Explanation {
	const names = fieldErrors.map(({ field }) => displayNameOf?.(field) ?? field);
	const others = fieldErrors.length - 1;
	const first = fieldErrors[0]?.sentence;
	return [
		// Laravel's "(and 1 more error)": the others follow in full.
		(others > 0 ? sentence?.replace(/\(and \d+ more errors?\)/, '') : sentence) ??
			first ??
			'The API did not accept the values',
		sentences(
			...(others > 0
				? fieldErrors.map((error, index) => `${names[index]}: ${error.sentence}`)
				: []),
			`Correct ${listOf(names) || 'the value that the API names'}, then run this item again`,
			'This request changed nothing in the portal',
		),
	];
}

/** `Invoice Number, Due At and Amount` */
function listOf(names: string[]): string {
	const [last, ...others] = [...new Set(names)].reverse();
	return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} and ${last}`;
}
