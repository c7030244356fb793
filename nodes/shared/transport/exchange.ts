import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Answer, Ending } from './response';
import type { Connection } from './connection';
import { Failure } from './failure';

/** Sends one request with the token, once, and tells how it ended. */
export async function exchange(
	{ context, credentialType }: Connection,
	options: IHttpRequestOptions,
): Promise<Ending> {
	try {
		const response: IN8nHttpFullResponse = await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialType,
			{
				...options,
				returnFullResponse: true,
			},
		);
		return { kind: 'answered', answer: toAnswer(response) };
	} catch (cause) {
		return toEnding(cause);
	}
}

/** Fetches from an address that carries its own permission: the token stays at home. */
export async function exchangeWithoutToken(
	{ context }: Connection,
	options: IHttpRequestOptions,
): Promise<Ending> {
	try {
		const response: IN8nHttpFullResponse = await context.helpers.httpRequest({
			...options,
			returnFullResponse: true,
		});
		return { kind: 'answered', answer: toAnswer(response) };
	} catch (cause) {
		return toEnding(cause);
	}
}

/** An answer of n8n's HTTP helpers, header names in lower case. */
export function toAnswer({ statusCode, headers, body }: IN8nHttpFullResponse): Answer {
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

/** Codes of Node.js that only come up before a connection is there: nothing was sent. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'];

/** The codes of OpenSSL and Node.js for a certificate that is not trusted: refused before sending. */
const UNTRUSTED = /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/;

interface ErrorFacts {
	code?: unknown;
	syscall?: unknown;
	cause?: unknown;
	httpCode?: unknown;
	isAxiosError?: unknown;
}

/**
 * The HTTP client's error, which n8n wraps in its own. From n8n 1.102 to 2.33 n8n's error has no `cause`
 * (n8n-workflow 1.99.0 to 2.33.2), and its `httpCode` is all that is left: the code of the network error.
 */
function networkErrorOf(cause: unknown): ErrorFacts | undefined {
	let candidate = cause;
	for (let depth = 0; depth < 5; depth++) {
		if (typeof candidate !== 'object' || candidate === null) return undefined;
		const facts: ErrorFacts = candidate;
		if (facts.isAxiosError === true || typeof facts.code === 'string') return facts;
		if (facts.cause === undefined && isNetworkCode(facts.httpCode)) return { code: facts.httpCode };
		candidate = facts.cause;
	}
	return undefined;
}

/** Whether it is the code of a network error, and not an HTTP status. */
function isNetworkCode(code: unknown): code is string {
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code);
}

/** What the operating system was asked to do; the HTTP client leaves it to the error that it wraps. */
function syscallOf(cause: unknown): string | undefined {
	let candidate = cause;
	for (let depth = 0; depth < 6; depth++) {
		if (typeof candidate !== 'object' || candidate === null) return undefined;
		const { syscall, cause: inner }: ErrorFacts = candidate;
		if (typeof syscall === 'string') return syscall;
		candidate = inner;
	}
	return undefined;
}

/**
 * How a request ended that n8n's HTTP helpers threw an error for.
 * @throws Failure when n8n itself refused to send it.
 */
export function toEnding(cause: unknown): Ending {
	const networkError = networkErrorOf(cause);
	if (networkError === undefined) throw toFailure(cause);
	const code = typeof networkError.code === 'string' ? networkError.code : 'unknown';
	const syscall = syscallOf(cause);
	const isConnecting =
		syscall === undefined
			? NEVER_CONNECTED.includes(code)
			: ['connect', 'getaddrinfo'].includes(syscall);
	return { kind: isConnecting || UNTRUSTED.test(code) ? 'notSent' : 'lost', code };
}

/** What n8n refuses itself, before anything is sent: no credential, a host that the credential forbids. */
function toFailure(cause: unknown): Failure {
	const message = cause instanceof Error ? cause.message : 'n8n did not send the request';
	const description =
		cause instanceof Error && 'description' in cause && typeof cause.description === 'string'
			? cause.description
			: 'Check the credential of the node.';
	return new Failure(message, description);
}
