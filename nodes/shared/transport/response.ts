import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

/** What came back over HTTP, whatever its status. */
export interface ApiResponse {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string | undefined>;
	/** Parsed JSON; text where the body is no JSON. */
	body: unknown;
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

/** The API's own sentence: the field `message` of its errors (docs/api-facts.md, Errors). */
export function sentenceOf(response: ApiResponse): string | undefined {
	const message = objectOf(response)?.message;
	return typeof message === 'string' && message.trim() !== '' ? message.trim() : undefined;
}

/** A header that holds a whole number, else undefined. */
export function numberHeader(response: ApiResponse, name: string): number | undefined {
	const text = response.headers[name]?.trim();
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * How long to wait, in milliseconds, by the header `retry-after`: seconds as the API documents, or an
 * HTTP date as HTTP allows and proxies send.
 * @param now Milliseconds since 1970.
 */
export function retryAfterOf(response: ApiResponse, now: number): number | undefined {
	const seconds = numberHeader(response, 'retry-after');
	if (seconds !== undefined) return seconds * 1000;
	const date = Date.parse(response.headers['retry-after'] ?? '');
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
