import { visibleText, withUnseenSpelledOut } from './visibleText';

/**
 * A value that cannot be sent. Says what is wrong with it and what to do, but not where it stands:
 * the name of the parameter and the item are added where they are known.
 */
export class WrongValue extends Error {
	/**
	 * @param finding What is wrong, as the rest of a sentence that begins with the parameter's name:
	 * `is not an existing date: "2025-04-31"`.
	 * @param remedy What to do about it, as a whole sentence.
	 * @param displayName The parameter as the canvas shows it, where a rule on several of them knows it.
	 */
	constructor(
		readonly finding: string,
		readonly remedy: string,
		readonly displayName?: string,
	) {
		super(`${finding}. ${remedy}`);
		this.name = 'WrongValue';
	}
}

/** What came of reading a value: what it is, or why it cannot be sent. Other errors go on their way. */
export function attempt<Value>(read: () => Value): { value: Value } | { wrong: WrongValue } {
	let failure: unknown;
	try {
		return { value: read() };
	} catch (cause) {
		failure = cause;
	}
	if (failure instanceof WrongValue) return { wrong: failure };
	throw failure;
}

const LONGEST_QUOTE = 80;

/** As much of a text as is looked at to quote it: enough where white space is left out. */
const LONGEST_LOOK = 1000;

/**
 * The value as a person would recognise it in a message: quoted, on one line, at most 80 characters, what
 * cannot be seen spelled out (`\u200b`).
 */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : describe(value);
	const oneLine = withUnseenSpelledOut(text.slice(0, LONGEST_LOOK)).replace(/\s+/g, ' ');
	return oneLine.length > LONGEST_QUOTE ? `${oneLine.slice(0, LONGEST_QUOTE)}…` : oneLine;
}

/** JSON of a value; a word for it where JSON has none (functions, circular objects, NaN). */
function describe(value: unknown): string {
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return 'an object';
	}
}

/** Whether n8n handed over nothing: an empty field, or an expression that found nothing. */
export function isEmpty(value: unknown): value is undefined | null | '' {
	return (
		value === undefined ||
		value === null ||
		(typeof value === 'string' && visibleText(value) === '')
	);
}
