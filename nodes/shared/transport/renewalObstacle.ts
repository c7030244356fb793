import { type ErrorFacts, causesOf } from './ending';
import { retryAfterOf } from './response';

/** Why an access token was not renewed. */
export type RenewalObstacle =
	/** MijnKlantportaal no longer grants the access. */
	| { kind: 'withdrawn' }
	/** The token address answered, but with no token and no word about the access. */
	| { kind: 'failed'; status?: number; retryAfter?: number }
	/** No answer came. */
	| { kind: 'unanswered'; code: string };

/** What the OAuth2 standard calls a refusal that does not pass (RFC 6749, 5.2). */
const FINAL = [
	'invalid_grant',
	'invalid_client',
	'unauthorized_client',
	'unsupported_grant_type',
	'invalid_scope',
	'invalid_request',
	'access_denied',
];

/** Whether asking again may work. */
export function mayPass(obstacle: RenewalObstacle): boolean {
	if (obstacle.kind !== 'failed') return obstacle.kind === 'unanswered';
	const { status } = obstacle;
	return status === undefined || status < 300 || status === 408 || status === 429 || status >= 500;
}

/**
 * What n8n's OAuth2 client says, in whatever of n8n's errors it comes (n8n 2.41: `AuthError` with the code
 * EAUTH and the answer, `ResponseError` with ESTATUS and the status, errors of axios from status 500 on).
 * Only 5xx come with headers, so that a 429 does not tell how long to wait.
 */
export function obstacleOf(cause: unknown): RenewalObstacle {
	const chain = causesOf(cause);
	const refusal = chain.map(readRefusal).find((error) => error !== undefined);
	if (refusal !== undefined)
		return FINAL.includes(refusal) ? { kind: 'withdrawn' } : { kind: 'failed' };
	const answered = chain.find((facts) => statusIn(facts) !== undefined);
	if (answered !== undefined) {
		const status = statusIn(answered) ?? 0;
		const headers = headersIn(answered);
		const retryAfter = retryAfterOf({ status, headers, body: undefined }, Date.now());
		return { kind: 'failed', status, ...(retryAfter === undefined ? {} : { retryAfter }) };
	}
	const code = chain
		.flatMap(({ code: ofNetwork, httpCode }) => [ofNetwork, httpCode])
		.find((each): each is string => typeof each === 'string' && /^[A-Z][A-Z0-9_]+$/.test(each));
	// n8n says itself that the account has to be connected again, or that there is no refresh token.
	return code === undefined || code === 'EAUTH'
		? { kind: 'withdrawn' }
		: { kind: 'unanswered', code };
}

/** The code of the OAuth2 standard in the answer: `invalid_grant`. */
function readRefusal({ body }: ErrorFacts): string | undefined {
	if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
	return typeof body.error === 'string' ? body.error : undefined;
}

function statusIn({ status, response, httpCode }: ErrorFacts): number | undefined {
	const given = response?.status ?? status ?? httpCode;
	const number = Number(given);
	return Number.isInteger(number) && number >= 100 && number < 600 ? number : undefined;
}

function headersIn({ response }: ErrorFacts): Record<string, string | undefined> {
	const value = response?.headers?.['retry-after'];
	return typeof value === 'string' ? { 'retry-after': value } : {};
}
