import type { RunOutput } from '../engine';

/** How the items of a run tell that they failed. */
export type ErrorMode = 'stop' | 'continue' | 'errorOutput';

/** The settings of a node in that mode. */
export const settingsFor = {
	stop: {},
	continue: { onError: 'continueRegularOutput' },
	errorOutput: { onError: 'continueErrorOutput' },
} as const;

/** What the words of a failure say of its item. */
export function fateIn(words: string): 'failed' | 'unknown' {
	return words.includes('Whether the request was carried out is unknown') ? 'unknown' : 'failed';
}

/** The words of the only item of a run that failed; undefined when it has a result. */
export function wordsOf(
	{ error, items, errorItems }: RunOutput,
	mode: ErrorMode,
): string | undefined {
	if (mode === 'stop') {
		return error && [error.message, error.description].filter(Boolean).join(' ');
	}
	const [item] = mode === 'continue' ? items : errorItems;
	const words = item?.json.error;
	return words === undefined ? undefined : String(words);
}
