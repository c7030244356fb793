import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Connection } from './connection';
import { type Ending, toEnding } from './ending';
import { toResponse } from './response';

/** Sends one request with the token, once, and tells how it ended. */
export async function exchange(
	{ context, credentialType }: Connection,
	options: IHttpRequestOptions,
): Promise<Ending> {
	return await endingOf(
		context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
			...options,
			returnFullResponse: true,
		}),
	);
}

/** Fetches from an address that carries its own permission: the token stays at home. */
export async function exchangeWithoutToken(
	{ context }: Connection,
	options: IHttpRequestOptions,
): Promise<Ending> {
	return await endingOf(context.helpers.httpRequest({ ...options, returnFullResponse: true }));
}

/**
 * How a request ended that one of n8n's HTTP helpers has sent.
 * @throws Failure when n8n itself refused to send it.
 */
export async function endingOf(responding: Promise<IN8nHttpFullResponse>): Promise<Ending> {
	try {
		return { kind: 'answered', response: toResponse(await responding) };
	} catch (cause) {
		return toEnding(cause);
	}
}
