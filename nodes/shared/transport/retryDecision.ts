import type { Ending } from './ending';
import { isSuccess, objectOf } from './response';

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

const REPEATABLE_METHODS = ['GET', 'DELETE'];

/**
 * The one place that decides whether a request is sent again.
 * @param retries How often this request was sent again already.
 */
export function decide(method: string, ending: Ending, retries: number): Decision {
	const mayRetry = retries < MOST_RETRIES;
	if (ending.kind === 'notSent') return mayRetry ? 'retry' : 'accept';

	const isRepeatable = REPEATABLE_METHODS.includes(method);
	if (ending.kind === 'answered') {
		const { status } = ending.response;
		if (status === 429) return 'waitForLimit';
		if (method === 'DELETE' && status === 204) return 'accept';
		const isUnreadable = isSuccess(ending.response) && objectOf(ending.response) === undefined;
		if (status < 500 && !isUnreadable) return 'accept';
	}
	if (!isRepeatable) return 'ambiguous';
	return mayRetry ? 'retry' : 'accept';
}

/** The pause before a request is sent again, in milliseconds: 1 s, 2 s, 4 s, each with up to a quarter more. */
export function pauseBefore(retry: number, random: number): number {
	return 1000 * 2 ** retry * (1 + random / 4);
}
