import { type Exchange, isSuccess, numberHeader } from '../asking/exchange';

/** What the headers told of the limit. */
export interface RateObservation {
	limit?: number;
	/** Answers with the key, and how many of them carried both headers. */
	answers: number;
	withHeaders: number;
	refusals: number;
	window: 'fixed' | 'sliding' | 'not seen';
}

/** Requests around the edge of the window may count or not. */
const SLACK = 3;

/** Fewer requests in the last window do not tell the two kinds apart. */
const ENOUGH = SLACK * 2 + 2;

/**
 * Tells the kind of window from what is left of the limit. In a sliding window, every request of the last
 * window takes a place; at the end of a fixed one, all places are free at once.
 * @param windowMilliseconds Length of the window.
 */
export function observeRate(
	exchanges: readonly Exchange[],
	windowMilliseconds: number,
): RateObservation {
	const own = exchanges.filter(({ hasKey }) => hasKey);
	const kinds = own.map((exchange) => windowSeenIn(exchange, own, windowMilliseconds));
	const isWith = (exchange: Exchange): boolean =>
		numberHeader(exchange, 'x-ratelimit-limit') !== undefined &&
		numberHeader(exchange, 'x-ratelimit-remaining') !== undefined;
	return {
		limit: own.map((exchange) => numberHeader(exchange, 'x-ratelimit-limit')).find(Boolean),
		answers: own.length,
		withHeaders: own.filter(isWith).length,
		refusals: own.filter(({ status }) => status === 429).length,
		window: kinds.includes('fixed') ? 'fixed' : (kinds.find(Boolean) ?? 'not seen'),
	};
}

function windowSeenIn(
	exchange: Exchange,
	own: readonly Exchange[],
	length: number,
): 'fixed' | 'sliding' | undefined {
	const limit = numberHeader(exchange, 'x-ratelimit-limit');
	const remaining = numberHeader(exchange, 'x-ratelimit-remaining');
	if (limit === undefined || remaining === undefined || exchange.status === 429) return undefined;
	const recent = own.filter(
		({ sentAt }) => sentAt > exchange.sentAt - length && sentAt <= exchange.sentAt,
	);
	// What was refused for its scope may count or not.
	const certain = recent.filter(isSuccess).length;
	if (certain < ENOUGH) return undefined;
	if (remaining > limit - certain + SLACK) return 'fixed';
	const hasWindowPassed = (own[0]?.sentAt ?? Infinity) < exchange.sentAt - length;
	const isAsSliding = remaining >= limit - recent.length - SLACK;
	return hasWindowPassed && isAsSliding ? 'sliding' : undefined;
}

/**
 * When one more request shows the kind of window: when the window that the first request began is over,
 * while enough of the others still count in a sliding one. Undefined when it was seen, or cannot be seen.
 * @returns Milliseconds since 1970.
 */
export function bestMomentToLook(
	exchanges: readonly Exchange[],
	windowMilliseconds: number,
): number | undefined {
	const own = exchanges.filter(({ hasKey }) => hasKey);
	const { window, withHeaders } = observeRate(exchanges, windowMilliseconds);
	const first = own[0]?.sentAt;
	// The last ones that count; the moment lies halfway between those that count no more and these.
	const counting = own.filter(isSuccess).at(-2 * ENOUGH)?.sentAt;
	if (first === undefined || counting === undefined || counting <= first) return undefined;
	if (window !== 'not seen' || withHeaders === 0) return undefined;
	const at = (first + counting) / 2 + windowMilliseconds;
	return at > Date.now() ? at : undefined;
}
