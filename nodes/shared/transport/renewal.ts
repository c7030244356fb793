import type { Channel, Renewal } from './channel';
import { now, wait } from './clock';
import { type Connection, shared } from './connection';
import { fingerprintOf, tokensOf } from './credential';
import { type Ending, statusOf } from './ending';
import { joined, untilStopped } from './sharing';
import { explainObstacle } from './renewalExplanations';
import { mayPass, obstacleOf, type RenewalObstacle } from './renewalObstacle';
import type { ApiRequest } from './request';
import { MOST_RETRIES, pauseBefore } from './retryDecision';
import type { Stop } from './stop';

/** How long an answer of the token address is waited for, in milliseconds; n8n itself would wait 300 s. */
const LONGEST_ANSWER = 30_000;

/** How long a renewal that failed is not tried again, in milliseconds: all items would ask once more. */
const FAILED_FOR = 10_000;

/**
 * Waits while the access token is being renewed, so that nothing is sent with one known to be expired.
 * @returns Fingerprint of the token that is stored now; undefined for an API key, which never changes.
 * @throws Failure when the token could not be renewed; the reason of the stop.
 */
export async function usableToken(
	connection: Connection,
	stop: Stop | undefined,
): Promise<string | undefined> {
	if (connection.authentication === 'apiKey') return undefined;
	const token = await storedToken(connection);
	if (currentRenewal(connection, token) === undefined) return token;
	await renew(connection, token, stop);
	return await storedToken(connection);
}

/** Whether the API refused the access token, and with it carried nothing out. */
export function refusesToken({ authentication }: Connection, ending: Ending): boolean {
	return authentication === 'oAuth2' && statusOf(ending) === 401;
}

/**
 * Renews the access token, once for all requests of this process that were refused with it.
 * @param expired Fingerprint of the token that was refused.
 * @throws Failure when there is no other token to be had; the reason of the stop.
 */
export async function renew(
	connection: Connection,
	expired: string,
	stop: Stop | undefined,
): Promise<void> {
	const underWay = currentRenewal(connection, expired);
	const begin = (): Promise<void> => {
		const current = currentRenewal(connection, expired);
		const isOther = current !== undefined && current !== underWay;
		return (isOther ? current : beginRenewal(connection, expired)).done;
	};
	await untilStopped(joined(underWay?.done, begin), stop);
}

/** Tokens that were refused although they were new, by what was asked for; they go with their channel. */
const fruitless = new WeakMap<Channel, Map<string, { token: string; at: number }>>();

/** How long another renewal for the same is not tried, in milliseconds: every item would ask for one. */
const FRUITLESS_FOR = 10 * 60 * 1000;

/**
 * Notes that a token was refused right after it was renewed: then it is not its age, but most likely a
 * scope, that stands in the way of requests of this kind.
 */
export function noteFruitless({ channel }: Connection, request: ApiRequest, token: string): void {
	const ofChannel = fruitless.get(channel) ?? new Map<string, { token: string; at: number }>();
	fruitless.set(channel, ofChannel.set(kindOf(request), { token, at: now() }));
}

/** Whether to renew the token for such a request was tried a moment ago, without use. */
export function isFruitless({ channel }: Connection, request: ApiRequest, token: string): boolean {
	const known = fruitless.get(channel)?.get(kindOf(request));
	return known?.token === token && now() - known.at < FRUITLESS_FOR;
}

/** `POST customer-invoices`: as many as there are lists. */
function kindOf({ method, url }: ApiRequest): string {
	return `${method} ${url.split('/').find(Boolean) ?? ''}`;
}

function currentRenewal({ channel }: Connection, token: string): Renewal | undefined {
	const { renewal } = channel;
	if (renewal?.of !== token) return undefined;
	const isStale = renewal.failedAt !== undefined && now() - renewal.failedAt > FAILED_FOR;
	return isStale ? undefined : renewal;
}

function beginRenewal(connection: Connection, expired: string): Renewal {
	const renewal: Renewal = {
		of: expired,
		done: obtain(shared(connection), expired).catch((cause: unknown) => {
			renewal.failedAt = now();
			throw cause;
		}),
	};
	// Whoever waited for it may have been stopped.
	renewal.done.catch(() => undefined);
	connection.channel.renewal = renewal;
	return renewal;
}

async function obtain(connection: Connection, expired: string): Promise<void> {
	for (let retry = 0; ; retry++) {
		// Another process, a worker of the same n8n, may have renewed it in between.
		if ((await storedToken(connection)) !== expired) return;
		const obstacle = await askInTime(connection);
		// What counts is the token, not how the asking ended.
		if ((await storedToken(connection)) !== expired) return;
		if (obstacle === 'silent' || !mayPass(obstacle) || retry >= MOST_RETRIES) {
			throw explainObstacle(obstacle, connection);
		}
		const asked = obstacle.kind === 'failed' ? (obstacle.retryAfter ?? 0) : 0;
		await wait(Math.max(pauseBefore(retry, Math.random()), Math.min(asked, LONGEST_ANSWER)));
	}
}

/** @returns What stood in the way, if only that there is no other token. */
async function askInTime(connection: Connection): Promise<RenewalObstacle | 'silent'> {
	const asking = askForToken(connection).then(
		(): RenewalObstacle => ({ kind: 'failed' }),
		obstacleOf,
	);
	const silence = wait(LONGEST_ANSWER).then(() => 'silent' as const);
	return await Promise.race([asking, silence]);
}

/** Lets n8n renew the token and store it, for this and all other processes. */
async function askForToken(connection: Connection): Promise<void> {
	const { context, credentialType } = connection;
	if (typeof context.helpers.refreshOAuth2Token === 'function') {
		await context.helpers.refreshOAuth2Token.call(context, credentialType);
	} else {
		await provokeRenewal(connection);
	}
}

/**
 * An older n8n (1.110; 1.123 has the helper) renews a token only when a request of its own kind is answered
 * with 401: so it is given one to read, which changes nothing, and what comes back does not matter.
 */
async function provokeRenewal({ context, credentialType, template }: Connection): Promise<void> {
	await context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
		...template,
		method: 'GET',
		url: '/customers',
		qs: {},
		body: undefined,
		ignoreHttpStatusErrors: false,
	});
}

async function storedToken({ context, credentialType }: Connection): Promise<string> {
	const { accessToken } = tokensOf(await context.getCredentials(credentialType));
	return fingerprintOf(accessToken ?? '');
}
