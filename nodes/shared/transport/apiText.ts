import { type ApiResponse, type ApiWords, type FieldError, objectOf } from './response';

/** What stands in the place of a secret. */
const MASK = '***';

/** As much of a text as is looked at, in characters: an answer may be 10 MB long. */
const LONGEST_LOOK = 5000;

/** As much of a text as a person reads in a message, in characters. */
const LONGEST_TEXT = 300;

/** More errors of one answer than a person corrects before trying again. */
const MOST_ERRORS = 10;

/**
 * The one place through which all text of the API passes on its way to a person: in one line, short
 * enough to read, and without secrets, which an answer may repeat.
 */
export function toReadable(text: string, secrets: readonly string[]): string {
	const looked = text.slice(0, LONGEST_LOOK);
	const masked = secrets.reduce((result, secret) => result.replaceAll(secret, MASK), looked);
	const oneLine = masked.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	return oneLine.length > LONGEST_TEXT ? `${oneLine.slice(0, LONGEST_TEXT).trimEnd()}…` : oneLine;
}

/** What the response says in words; undefined where it says none. */
export async function readWords(
	response: ApiResponse,
	secrets: () => Promise<string[]>,
): Promise<ApiWords | undefined> {
	const { message, errors } = objectOf(response) ?? {};
	const sentence = typeof message === 'string' && message.trim() !== '' ? message : undefined;
	const given = toFieldErrors(errors);
	if (sentence === undefined && given.length === 0) return undefined;
	const known = await secrets();
	return {
		sentence: sentence === undefined ? undefined : toReadable(sentence, known),
		fieldErrors: given.map(({ field, sentence: text }) => ({
			field: toReadable(field, known),
			sentence: toReadable(text, known),
		})),
	};
}

/** `{ "invoiceNumber": ["has already been taken."] }` */
function toFieldErrors(errors: unknown): FieldError[] {
	if (typeof errors !== 'object' || errors === null) return [];
	return Object.entries(errors as Record<string, unknown>)
		.slice(0, MOST_ERRORS)
		.flatMap(([field, given]) => {
			const first: unknown = Array.isArray(given) ? given[0] : given;
			return typeof first === 'string' && first.trim() !== '' ? [{ field, sentence: first }] : [];
		});
}
