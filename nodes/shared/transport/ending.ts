import type { IDataObject } from 'n8n-workflow';
import { fileGone } from './attachedFile';
import { Failure } from './failure';
import type { ApiRequest } from './request';
import { type ApiResponse, isSuccess, objectOf } from './response';

/** How one try to send a request ended. */
export type Ending =
	| { kind: 'answered'; response: ApiResponse }
	/** The request certainly did not reach the API: no connection came about. */
	| { kind: 'notSent'; code: string }
	/** The connection ended without an answer: whether the request was carried out is unknown. */
	| { kind: 'lost'; code: string };

/** The status of the answer; undefined where none came. */
export function statusOf(ending: Ending): number | undefined {
	return ending.kind === 'answered' ? ending.response.status : undefined;
}

/**
 * What a request ended with; undefined for every ending that is no success, and for what the API would
 * not answer it with.
 */
export function resultOf(
	ending: Ending,
	{ answerField }: Pick<ApiRequest, 'answerField'>,
): IDataObject | undefined {
	if (ending.kind !== 'answered' || !isSuccess(ending.response)) return undefined;
	const object = objectOf(ending.response);
	if (answerField === undefined) return object;
	const given = object?.[answerField];
	return given === undefined || given === null || given === '' ? undefined : object;
}

/** Codes of Node.js that only come up before a connection is there: nothing was sent. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'];

/** The codes of OpenSSL and Node.js for a certificate that is not trusted: refused before sending. */
const UNTRUSTED = /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/;

/** Whether a certificate was refused: that does not pass by trying again. */
export function isUntrusted(ending: Ending): boolean {
	return ending.kind === 'notSent' && UNTRUSTED.test(ending.code);
}

/** What n8n's errors and those of its HTTP client tell, each of them something of it. */
export interface ErrorFacts {
	status?: unknown;
	body?: unknown;
	response?: { status?: unknown; headers?: Record<string, unknown> };
	code?: unknown;
	syscall?: unknown;
	cause?: unknown;
	httpCode?: unknown;
	isAxiosError?: unknown;
}

/**
 * How a request ended that n8n's HTTP helpers threw an error for.
 * @throws Failure when n8n itself refused to send it.
 */
export function toEnding(cause: unknown): Ending {
	const chain = causesOf(cause);
	const networkError = chain.map(readNetworkError).find((facts) => facts !== undefined);
	if (networkError === undefined) {
		if (isWithoutCause(cause)) return { kind: 'lost', code: 'unknown' };
		throw refusedByN8n(cause);
	}
	const code = typeof networkError.code === 'string' ? networkError.code : 'unknown';
	if (code === 'ENOENT') {
		// No code of the network: a file of the item went while it waited, so what was sent is not whole.
		throw fileGone();
	}
	// What the operating system was asked to do; the HTTP client leaves it to the error that it wraps.
	const syscall = chain.map(({ syscall }) => syscall).find((name) => typeof name === 'string');
	const isConnecting =
		syscall === undefined
			? NEVER_CONNECTED.includes(code)
			: ['connect', 'getaddrinfo'].includes(syscall);
	return { kind: isConnecting || UNTRUSTED.test(code) ? 'notSent' : 'lost', code };
}

/** Deeper than n8n and its HTTP client wrap errors into each other. */
const DEEPEST_CAUSE = 6;

/** The error and what it wraps, the outermost first. */
export function causesOf(cause: unknown): ErrorFacts[] {
	const chain: ErrorFacts[] = [];
	let candidate = cause;
	while (typeof candidate === 'object' && candidate !== null && chain.length < DEEPEST_CAUSE) {
		const facts: ErrorFacts = candidate;
		chain.push(facts);
		candidate = facts.cause;
	}
	return chain;
}

/**
 * The error of the HTTP client, which n8n wraps in its own. From n8n 1.102 to 2.33 n8n's error has no
 * `cause` (n8n-workflow 1.99.0 to 2.33.2), and its `httpCode` is all that is left of the network's code.
 */
function readNetworkError(facts: ErrorFacts): ErrorFacts | undefined {
	if (facts.isAxiosError === true || typeof facts.code === 'string') return facts;
	return facts.cause === undefined && isNetworkCode(facts.httpCode)
		? { code: facts.httpCode }
		: undefined;
}

/**
 * Whether n8n tells nothing of the error of its HTTP client but words and perhaps the status of the answer,
 * as the versions do that drop the cause (n8n-workflow 1.99.0 to 2.33.2): an answer that is cut off comes
 * like that. What n8n refuses itself may too; to look for what was not sent does no harm, the contrary does.
 */
function isWithoutCause(cause: unknown): boolean {
	// By its name: an engine may bring a copy of n8n-workflow of its own.
	return cause instanceof Error && cause.name === 'NodeApiError' && cause.cause === undefined;
}

/** Whether it is the code of a network error, and not an HTTP status. */
function isNetworkCode(code: unknown): boolean {
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code);
}

/** What n8n refuses itself, before anything is sent: no credential, a host that the credential forbids. */
export class RefusedByN8n extends Failure {}

function refusedByN8n(cause: unknown): RefusedByN8n {
	const message = cause instanceof Error ? cause.message : 'n8n did not send the request';
	const description =
		cause instanceof Error && 'description' in cause && typeof cause.description === 'string'
			? cause.description
			: 'Check the credential of the node.';
	return new RefusedByN8n(message, description);
}
