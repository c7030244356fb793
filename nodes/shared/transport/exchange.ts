import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { noteApiClock } from './apiClock';
import { readWords } from './apiText';
import type { Connection } from './connection';
import { secretsOf } from './credential';
import { inTime } from './deadline';
import { type Ending, toEnding } from './ending';
import { toResponse } from './response';
import { StreamedForm } from './streamedForm';

/** Sends one request with the token, once, and tells how it ended. */
export async function exchange(
	{ context, credentialType, channel }: Connection,
	options: IHttpRequestOptions,
): Promise<Ending> {
	const responding: Promise<IN8nHttpFullResponse> =
		context.helpers.httpRequestWithAuthentication.call(context, credentialType, {
			...options,
			returnFullResponse: true,
		});
	const ending = await endingOf(
		withoutDripping(responding, options),
		// Read only when there is something to mask: a token may have been renewed in between.
		async () => secretsOf(await context.getCredentials(credentialType)),
	);
	noteApiClock(channel, ending);
	return ending;
}

/** n8n waits so long for an answer when nothing else is set, in milliseconds. */
const USUAL_TIMEOUT = 300_000;

/**
 * Ends the wait for an answer that comes drop by drop: the HTTP client only looks at the time between two
 * drops, and n8n sets its own signal to break a request off. Not for files, which take their time to send.
 */
async function withoutDripping(
	responding: Promise<IN8nHttpFullResponse>,
	{ timeout = USUAL_TIMEOUT, body }: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	return body instanceof StreamedForm ? await responding : await inTime(responding, timeout);
}

/** Fetches from an address that carries its own permission: the token stays at home. */
export async function exchangeWithoutToken(
	{ context }: Connection,
	options: IHttpRequestOptions,
): Promise<Ending> {
	const responding = context.helpers.httpRequest({ ...options, returnFullResponse: true });
	return await endingOf(responding, async () => await Promise.resolve([]));
}

/**
 * How a request ended that one of n8n's HTTP helpers has sent.
 * @param secrets What must not show in words of the answer.
 * @throws Failure when n8n itself refused to send it.
 */
export async function endingOf(
	responding: Promise<IN8nHttpFullResponse>,
	secrets: () => Promise<string[]>,
): Promise<Ending> {
	try {
		const response = toResponse(await responding);
		return {
			kind: 'answered',
			response: { ...response, words: await readWords(response, secrets) },
		};
	} catch (cause) {
		return toEnding(cause);
	}
}
