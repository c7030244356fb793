import type { Renewal } from './channel';
import { now } from './clock';
import type { Connection } from './connection';
import { fingerprintOf, tokensOf } from './credential';
import { type Ending, statusOf, toEnding } from './ending';
import { describeLostAccess, describeNoRenewal } from './explanations';
import { Failure } from './failure';

/** How long a renewal that failed is not tried again, in milliseconds: all items would ask once more. */
const FAILED_FOR = 10_000;

/**
 * Waits while the access token is being renewed, so that nothing is sent with one known to be expired.
 * @returns Fingerprint of the token that is stored now; undefined for an API key, which never changes.
 * @throws Failure when the token could not be renewed.
 */
export async function usableToken(connection: Connection): Promise<string | undefined> {
	if (connection.authentication === 'apiKey') return undefined;
	const token = await storedToken(connection);
	const renewal = currentRenewal(connection, token);
	if (renewal === undefined) return token;
	await renewal.done;
	return await storedToken(connection);
}

/** Whether the API refused the access token, and with it carried nothing out. */
export function refusesToken({ authentication }: Connection, ending: Ending): boolean {
	return authentication === 'oAuth2' && statusOf(ending) === 401;
}

/**
 * Renews the access token, once for all requests of this process that were refused with it.
 * @param expired Fingerprint of the token that was refused.
 * @throws Failure when there is no other token to be had.
 */
export async function renew(connection: Connection, expired: string): Promise<void> {
	const renewal = currentRenewal(connection, expired) ?? beginRenewal(connection, expired);
	await renewal.done;
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
		done: obtain(connection, expired).catch((cause: unknown) => {
			renewal.failedAt = now();
			throw cause;
		}),
	};
	connection.channel.renewal = renewal;
	return renewal;
}

async function obtain(connection: Connection, expired: string): Promise<void> {
	// Another process, a worker of the same n8n, may have renewed it in between.
	if ((await storedToken(connection)) !== expired) return;
	const obstacle = await askForToken(connection).then(
		() => undefined,
		(cause: unknown) => toRenewalFailure(cause, connection),
	);
	// What counts is the token, not how the asking ended.
	if ((await storedToken(connection)) !== expired) return;
	throw obstacle ?? toLostAccess(connection);
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
 * An older n8n (1.110; 1.123 has the helper) renews a token only when a request of its own kind is answered with 401: so it is given
 * one to read, which changes nothing, and what comes back does not matter.
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

/** n8n's words are not passed on: they may quote what the token address answered. */
function toRenewalFailure(cause: unknown, connection: Connection): Failure {
	const code = networkCodeOf(cause);
	return code === undefined
		? toLostAccess(connection)
		: new Failure(...describeNoRenewal(code, connection));
}

/** Codes of n8n's OAuth2 client and of axios for an answer that refuses: the network did its part. */
const REFUSALS = /^(EAUTH|ESTATUS|ERR_BAD_)/;

function networkCodeOf(cause: unknown): string | undefined {
	try {
		const ending = toEnding(cause);
		return ending.kind === 'answered' || REFUSALS.test(ending.code) ? undefined : ending.code;
	} catch {
		// n8n says itself that the credential has to be connected again.
		return undefined;
	}
}

function toLostAccess(connection: Connection): Failure {
	return new Failure(...describeLostAccess(connection), 401);
}

async function storedToken({ context, credentialType }: Connection): Promise<string> {
	const { accessToken } = tokensOf(await context.getCredentials(credentialType));
	return fingerprintOf(accessToken ?? '');
}
