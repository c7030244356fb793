import { Router } from 'express';
import { exchangeOf } from '../exchange';
import type { ContractDocument, ContractOperation } from './document';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** Outside the contract, see the option webhookDeletion. */
const webhookDeletion: [string, Method, ContractOperation] = [
	'/webhooks/{webhookId}',
	'delete',
	{ operationId: 'delete-webhook', responses: {} },
];

function routesOf(document: ContractDocument): [string, Method, ContractOperation][] {
	return Object.entries(document.paths).flatMap(([path, operations]) =>
		Object.entries(operations).map(([method, operation]): [string, Method, ContractOperation] => [
			path,
			method as Method,
			operation,
		]),
	);
}

/** `/customers/{customerId}` as the HTTP framework writes it. */
const frameworkPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/**
 * Finds the operation of each request and notes it on the exchange; answers nothing. Strict,
 * because two operations of the contract differ by a slash at the end only.
 */
export function operationRouter(document: ContractDocument): Router {
	const router = Router({ strict: true, caseSensitive: true });
	const routes = [...routesOf(document), webhookDeletion];
	for (const [path, method, operation] of routes) {
		router[method](frameworkPath(path), (request, response, next) => {
			const exchange = exchangeOf(response);
			exchange.operation = operation;
			exchange.record.operationId = operation.operationId;
			exchange.parameters = request.params as Record<string, string>;
			next('router');
		});
	}
	for (const path of new Set(routes.map(([routePath]) => routePath))) {
		router.all(frameworkPath(path), (_request, response, next) => {
			exchangeOf(response).otherMethods = routes
				.filter(([routePath]) => routePath === path)
				.map(([, method]) => method.toUpperCase());
			next('router');
		});
	}
	return router;
}
