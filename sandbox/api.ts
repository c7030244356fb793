import {
	type Application,
	type ErrorRequestHandler,
	json,
	type RequestHandler,
	Router,
} from 'express';
import { createHash } from 'node:crypto';
import { demandScope, type Authorization } from './authorization';
import { lackingFor } from './completeness';
import { type ContractDocument, readContract } from './contract/document';
import { multipartParser, plainFields, uploadedFilesOf } from './contract/multipart';
import { prepareContract } from './contract/prepare';
import { operationRouter } from './contract/routing';
import { apiErrorOf, bodyArranger, contractValidator } from './contract/validation';
import { ApiError } from './errors';
import { beginExchange, exchangeOf, type RecordedRequest } from './exchange';
import { misbehaveBefore, sendAnswer } from './misbehave';
import type { MisbehaviourRules } from './misbehaviour';
import type { Settings } from './options';
import type { RateLimit } from './rateLimit';
import { operations } from './resources';
import type { PortalContext } from './resources/operation';

/** What the API part of the portal is made of. */
export interface ApiParts {
	context: PortalContext;
	requests: RecordedRequest[];
	authorization: Authorization;
	rateLimit: RateLimit;
	misbehaviours: MisbehaviourRules;
}

/** Runs a body parser; what it complains about waits until the request may be answered with it. */
function patient(parser: RequestHandler): RequestHandler {
	return (request, response, next) => {
		void parser(request, response, (error?: unknown) => {
			if (error) {
				const reason = error instanceof Error ? error.message : String(error);
				exchangeOf(response).bodyProblem = `The request body could not be read: ${reason}.`;
			}
			next();
		});
	};
}

/** Completes the record of a request with what its body holds. */
const recordBody: RequestHandler = (request, response, next) => {
	const exchange = exchangeOf(response);
	exchange.files = uploadedFilesOf((request.files as Express.Multer.File[] | undefined) ?? []);
	exchange.record.body = request.is('multipart/form-data')
		? plainFields(request.body)
		: structuredClone(request.body as unknown);
	exchange.record.files = exchange.files.map(({ field, fileName, mimeType, bytes }) => ({
		field,
		fileName,
		mimeType,
		size: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
	}));
	next();
};

/** Lets a request in: a token that is known and may do this, and a free place under the limit. */
function admission({ authorization, rateLimit }: ApiParts): RequestHandler {
	return (request, response, next) => {
		const { operation } = exchangeOf(response);
		const grant = authorization.identify(request.headers.authorization);
		if (operation) {
			response.set(rateLimit.look(grant.token));
			const lacking = lackingFor(operation.operationId);
			if (lacking.length > 0) throw new ApiError(501, lacking.join(' '));
			demandScope(grant, operation.operationId);
		}
		const verdict = rateLimit.enter(grant.token);
		response.set(verdict.headers);
		if (!verdict.allowed) throw new ApiError(429, 'Too many requests.');
		next();
	};
}

/** Picks the misbehaviour that is due; from here on the request counts as one that came in. */
function misbehaviour({ misbehaviours }: ApiParts): RequestHandler {
	return async (_request, response, next) => {
		const exchange = exchangeOf(response);
		exchange.misbehaviour = misbehaviours.take(exchange.record.method, exchange.record.path);
		if (!(await misbehaveBefore(exchange, response))) next();
	};
}

const refuseUnknownAddress: RequestHandler = (request, response, next) => {
	const { operation, otherMethods } = exchangeOf(response);
	if (operation) return next();
	if (otherMethods) {
		throw new ApiError(405, `The ${request.method} method is not supported for this address.`, {
			allow: otherMethods.join(', '),
		});
	}
	throw new ApiError(404, `The address ${request.path} could not be found.`);
};

function carryOut({ context }: ApiParts): RequestHandler {
	return async (request, response) => {
		const exchange = exchangeOf(response);
		const { record, files, parameters } = exchange;
		const operation = operations[record.operationId ?? ''];
		if (!operation) throw new Error(`There is no operation ${record.operationId}`);
		const { status, body } = await operation(
			{ path: record.path, parameters, query: request.query, body: request.body, files },
			context,
		);
		record.carriedOut = true;
		await sendAnswer(exchange, response, status, body);
	};
}

/** Answers every error in the documented shape. */
const answerError: ErrorRequestHandler = async (error: unknown, _request, response, _next) => {
	if (response.headersSent) {
		response.socket?.destroy();
		return;
	}
	const known = apiErrorOf(error);
	if (!known) console.error(error);
	const { status, message, headers } = known ?? new ApiError(500, 'Server Error');
	response.set(headers);
	const body = status === 429 ? { code: 429, message } : { message };
	await sendAnswer(exchangeOf(response), response, status, body);
};

/** Lets answers go out otherwise than documented; the validator has seen them as they were. */
function alterAnswers(alterAnswer: Settings['alterAnswer']): RequestHandler {
	return (_request, response, next) => {
		const send = response.json.bind(response);
		response.json = (body: unknown) => {
			const { operationId } = exchangeOf(response).record;
			// Copied, because answers may hold what the portal keeps.
			const answer = { operationId, status: response.statusCode, body: structuredClone(body) };
			return send(alterAnswer(answer));
		};
		next();
	};
}

/** Made once for all portals of the process: it takes longer than everything else of a portal's start. */
let prepared: { document: ContractDocument; validator: RequestHandler[] } | undefined;

function prepareOnce(): { document: ContractDocument; validator: RequestHandler[] } {
	if (prepared) return prepared;
	const document = prepareContract(readContract());
	const validator = contractValidator(document, {
		requests: true,
		onBrokenAnswer: ({ method, originalUrl, app }, broken) => {
			const places = broken.map(({ path, message }) => `${path} ${message}`);
			violationsOf(app).push(`${method} ${originalUrl}: ${places.join(', ')}`);
		},
	});
	prepared = { document, validator: validator.map(onlyOfContract) };
	return prepared;
}

/** Answers of that portal that its own contract does not allow. */
export function violationsOf({ locals }: Application): string[] {
	return (locals['contractViolations'] ??= []) as string[];
}

/** The API under /v1: each request walks through these steps in this order. */
export function apiRouter(parts: ApiParts): Router {
	const { document, validator } = prepareOnce();
	const router = Router({ strict: true, caseSensitive: true });
	const { settings } = parts.context;
	router.use((request, response, next) => {
		parts.requests.push(beginExchange(request, response).record);
		next();
	});
	router.use(alterAnswers(settings.alterAnswer));
	router.use(patient(json({ limit: '20mb' })), patient(multipartParser), recordBody);
	router.use(operationRouter(document));
	router.use(admission(parts), misbehaviour(parts), refuseUnknownAddress);
	router.use(bodyArranger(settings.booleans), ...validator, carryOut(parts));
	router.use(answerError);
	return router;
}

/** The validator knows the operations of the contract only. */
function onlyOfContract(handler: RequestHandler): RequestHandler {
	return (request, response, next) => {
		if (exchangeOf(response).record.operationId === 'delete-webhook') return next();
		return handler(request, response, next);
	};
}
