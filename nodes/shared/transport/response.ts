import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

/** What came back over HTTP, whatever its status. */
export interface ApiResponse {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string | undefined>;
	/** Parsed JSON; text where the body is no JSON. */
	body: unknown;
	/** What it says in words, fit to be shown; none where it says nothing. */
	words?: ApiWords;
}

/** What the API says is wrong with one value. */
export interface FieldError {
	/** Name of the field as the API calls it: `invoiceNumber`, `lines.0.vatRate`. */
	field: string;
	sentence: string;
}

/** What the API says in words. */
export interface ApiWords {
	/** The field `message` of its errors (docs/api-facts.md, Errors). */
	sentence?: string;
	/**
	 * The errors of each field, as Laravel tells them beside its sentence, which names the first only
	 * (inferred; docs/api-facts.md, Inferred).
	 */
	fieldErrors: FieldError[];
}

/** A response of n8n's HTTP helpers. */
export function toResponse({ statusCode, headers, body }: IN8nHttpFullResponse): ApiResponse {
	return {
		status: statusCode,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [
				name.toLowerCase(),
				value === undefined || value === null ? undefined : String(value),
			]),
		),
		body,
	};
}

/** Whether the API carried the request out. */
export function isSuccess({ status }: Pick<ApiResponse, 'status'>): boolean {
	return status >= 200 && status < 300;
}

/** The body when it is a JSON object, else undefined. */
export function objectOf({ body }: ApiResponse): IDataObject | undefined {
	return typeof body === 'object' && body !== null && !Array.isArray(body)
		? (body as IDataObject)
		: undefined;
}

/** A header that holds a whole number, else undefined. */
export function numberHeader(response: ApiResponse, name: string): number | undefined {
	const text = response.headers[name]?.trim();
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * How long to wait, in milliseconds, by the header `retry-after`: seconds as the API documents, or an
 * HTTP date as HTTP allows and proxies send, by the clock of whoever sent it.
 * @param now Milliseconds since 1970, for an answer that does not tell what that clock says.
 */
export function retryAfterOf(response: ApiResponse, now: number): number | undefined {
	const seconds = numberHeader(response, 'retry-after');
	if (seconds !== undefined) return seconds * 1000;
	const date = Date.parse(response.headers['retry-after'] ?? '');
	return Number.isNaN(date) ? undefined : Math.max(0, date - (answeredAt(response) ?? now));
}

/**
 * When the answer was given by the clock of whoever gave it, in milliseconds since 1970 and whole seconds.
 * @returns Undefined where the answer does not tell.
 */
export function answeredAt({ headers }: ApiResponse): number | undefined {
	const date = Date.parse(headers.date ?? '');
	return Number.isNaN(date) ? undefined : date;
}
