import type { Request, Response } from 'express';
import type { IncomingHttpHeaders } from 'node:http';
import type { ContractOperation } from './contract/document';
import type { Misbehaviour } from './misbehaviour';

/** What the portal remembers of a request to the API. */
export interface RecordedRequest {
	/** Date.now() on arrival. */
	at: number;
	method: string;
	/** Without the /v1 prefix, such as /customer-invoices. */
	path: string;
	query: Record<string, unknown>;
	headers: IncomingHttpHeaders;
	/** Parsed JSON, or the text fields of a multipart body. */
	body: unknown;
	files: { field: string; fileName: string; mimeType: string; size: number; sha256: string }[];
	operationId?: string;
	/** Status of the answer, undefined when the answer was lost. */
	status?: number;
	carriedOut: boolean;
}

export interface UploadedFile {
	field: string;
	fileName: string;
	mimeType: string;
	bytes: Buffer;
}

/** A request on its way through the portal. */
export interface Exchange {
	record: RecordedRequest;
	files: UploadedFile[];
	/** Why the body could not be read, kept until the request may be answered with it. */
	bodyProblem?: string;
	operation?: ContractOperation;
	/** Methods that the path knows, when it does not know the one of the request. */
	otherMethods?: string[];
	parameters: Record<string, string>;
	misbehaviour?: Misbehaviour;
}

/** The exchange that a response belongs to. */
export function exchangeOf(response: Response): Exchange {
	return response.locals['exchange'] as Exchange;
}

/** Puts a new exchange on the response, at the moment the request arrives. */
export function beginExchange(request: Request, response: Response): Exchange {
	const record: RecordedRequest = {
		at: Date.now(),
		method: request.method,
		path: request.path,
		query: { ...request.query },
		headers: request.headers,
		body: undefined,
		files: [],
		carriedOut: false,
	};
	const exchange: Exchange = { record, files: [], parameters: {} };
	response.locals['exchange'] = exchange;
	return exchange;
}
