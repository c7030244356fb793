import type { IDataObject } from 'n8n-workflow';

/** What came back over HTTP, whatever its status. */
export interface Answer {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string | undefined>;
	/** Parsed JSON; text where the body is no JSON. */
	body: unknown;
}

/** How a request ended. */
export type Ending =
	| { kind: 'answered'; answer: Answer }
	/** The request certainly did not reach the API: no connection came about. */
	| { kind: 'notSent'; code: string }
	/** The connection ended without an answer: whether the request was carried out is unknown. */
	| { kind: 'lost'; code: string };

/** The body when it is a JSON object, else undefined. */
export function objectOf({ body }: Answer): IDataObject | undefined {
	return typeof body === 'object' && body !== null && !Array.isArray(body)
		? (body as IDataObject)
		: undefined;
}

/** Whether the API carried the request out. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
	return status >= 200 && status < 300;
}

/** The object that a request ended with; undefined for every ending that is no success. */
export function resultOf(ending: Ending): IDataObject | undefined {
	return ending.kind === 'answered' && isSuccess(ending.answer)
		? objectOf(ending.answer)
		: undefined;
}

/** The API's own sentence: the field `message` of its errors (guide, Errors). */
export function sentenceOf(answer: Answer): string | undefined {
	const message = objectOf(answer)?.message;
	return typeof message === 'string' && message.trim() !== '' ? message.trim() : undefined;
}

/** A header that holds a whole number, else undefined. */
export function numberHeader(answer: Answer, name: string): number | undefined {
	const text = answer.headers[name]?.trim();
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * How long to wait, in milliseconds, by the header `retry-after`: seconds as the API documents, or an
 * HTTP date as HTTP allows and proxies send.
 * @param now Milliseconds since 1970.
 */
export function retryAfterOf(answer: Answer, now: number): number | undefined {
	const seconds = numberHeader(answer, 'retry-after');
	if (seconds !== undefined) return seconds * 1000;
	const date = Date.parse(answer.headers['retry-after'] ?? '');
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
