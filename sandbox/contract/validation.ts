import type { Request, RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { HttpError, type OpenAPIV3 } from 'express-openapi-validator/dist/framework/types';
import { ApiError, invalid } from '../errors';
import { exchangeOf } from '../exchange';
import type { Settings } from '../options';
import type { ContractDocument } from './document';
import { formats } from './formats';
import { sentenceFor, type RuleBroken } from './messages';
import { arrangeMultipart, plainFields } from './multipart';

/** What the validator does with what it sees. */
export interface Validation {
	/** Whether requests are checked as well. */
	requests: boolean;
	/** Told of every answer that breaks the contract; it is sent all the same. */
	onBrokenAnswer: (request: Request, broken: RuleBroken[]) => void;
}

/** Checks requests and answers against the contract. */
export function contractValidator(
	document: ContractDocument,
	{ requests, onBrokenAnswer }: Validation,
): RequestHandler[] {
	return middleware({
		// The library's type describes the same document in more detail.
		apiSpec: document as unknown as OpenAPIV3.DocumentV3_1,
		validateApiSpec: false,
		// Token and scopes, and the multipart body, are dealt with before.
		validateSecurity: false,
		fileUploader: false,
		validateRequests: requests && {
			allErrors: true,
			coerceTypes: false,
			allowUnknownQueryParameters: false,
		},
		validateResponses: {
			allErrors: true,
			coerceTypes: false,
			onError: (error, _body, request) => onBrokenAnswer(request, error.errors),
		},
		formats: Object.fromEntries(
			Object.entries(formats).map(([name, { accepts }]) => [
				name,
				{ type: 'string' as const, validate: accepts },
			]),
		),
	}) as RequestHandler[];
}

/** Brings the body into the shape that the contract describes, so that it can be checked. */
export function bodyArranger(booleans: Settings['booleans']): RequestHandler {
	return (request, response, next) => {
		const exchange = exchangeOf(response);
		if (exchange.bodyProblem) throw invalid(exchange.bodyProblem);
		const content = exchange.operation?.requestBody?.content;
		const sent = (request.body ?? {}) as Record<string, unknown>;
		if (!content) {
			const unknown = [...Object.keys(sent), ...exchange.files.map(({ field }) => field)][0];
			if (unknown !== undefined) throw invalid(`The ${unknown} field is not known.`);
			next();
			return;
		}
		const kind = Object.keys(content).find((candidate) => request.is(candidate));
		if (!kind) {
			throw invalid(`The request body must be sent as ${Object.keys(content).join(' or ')}.`);
		}
		request.body = sent;
		if (kind === 'multipart/form-data') {
			const arranged = arrangeMultipart(
				plainFields(sent) as Record<string, unknown>,
				exchange.files,
				content[kind]?.schema ?? {},
				booleans,
			);
			request.body = arranged.body;
			exchange.files = arranged.files;
		} else if (exchange.operation?.operationId === 'post-files') {
			throw invalid('The fields that create a directory are not documented.');
		}
		next();
	};
}

/** What the contract's validator found, in the documented error shape. */
export function apiErrorOf(error: unknown): ApiError | undefined {
	if (error instanceof ApiError) return error;
	// An address with percent signs that stand for nothing.
	if (error instanceof URIError) return new ApiError(404, 'The address could not be found.');
	if (!(error instanceof HttpError)) return undefined;
	if (error.status === 404 || error.status === 405)
		return new ApiError(error.status, error.message);
	const unknownQuery = /^\/query\/(.+)$/.exec(error.path ?? '')?.[1];
	if (unknownQuery && error.errors.every(({ path }) => path === error.path)) {
		return invalid(`The ${unknownQuery} query parameter is not known or empty.`);
	}
	return invalid(sentenceFor(error.errors));
}
