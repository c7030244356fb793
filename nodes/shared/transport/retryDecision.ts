import { type Ending, isUntrusted, resultOf, statusOf } from './ending';
import type { ApiRequest } from './request';

/** What to do after a request ended. */
export type Decision =
	/** The answer stands, be it good or bad. */
	| 'accept'
	/** Send again when the rate limit allows: the API did not carry the request out. */
	| 'waitForLimit'
	/** Send again after a pause. */
	| 'retry'
	/** Whether the request was carried out is unknown, and sending it again could do it twice. */
	| 'ambiguous';

/** How often a request is sent again after a failure that may pass. */
export const MOST_RETRIES = 3;

/** A request that HTTP lets be sent again: carried out twice, it leaves what it left the first time. */
const REPEATABLE_METHODS = ['GET', 'DELETE'];

/**
 * The one place that decides whether a request is sent again.
 * @param retries How often this request was sent again already.
 */
export function decide(request: ApiRequest, ending: Ending, retries: number): Decision {
	const mayRetry = retries < MOST_RETRIES;
	if (isUntrusted(ending)) return 'accept';
	if (ending.kind === 'notSent') return mayRetry ? 'retry' : 'accept';
	if (statusOf(ending) === 429) return 'waitForLimit';
	if (isCertain(request, ending)) return 'accept';
	if (mayRetry && REPEATABLE_METHODS.includes(request.method)) return 'retry';
	return request.method === 'GET' ? 'accept' : 'ambiguous';
}

/** Whether the ending tells what became of the request. */
function isCertain(request: ApiRequest, ending: Ending): boolean {
	const status = statusOf(ending);
	if (status === undefined) return false;
	// Nothing is left to tell of what was removed.
	if (status === 204) return request.method === 'DELETE';
	if (status >= 200 && status < 300) return resultOf(ending, request) !== undefined;
	// A time-out of the API, or of what stands in front of it, says nothing of what goes on behind.
	return status !== 408 && status < 500;
}

/** The pause before a request is sent again, in milliseconds: 1 s, 2 s, 4 s, each with up to a quarter more. */
export function pauseBefore(retry: number, random: number): number {
	return 1000 * 2 ** retry * (1 + random / 4);
}
