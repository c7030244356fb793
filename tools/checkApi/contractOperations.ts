import { type ContractOperation, readContract, type Schema } from '../../sandbox/contract/document';
import { isPaginated } from '../../sandbox/contract/prepare';

/** An operation of the contract, as far as the check looks at it. */
export interface Operation {
	operationId: string;
	method: string;
	/** With names in braces: `/customers/{customerId}`. */
	path: string;
	/** Status of success in the contract. */
	status: number;
	/** Whether it answers in pages, with a list that is whole, or with one object. */
	kind: 'pages' | 'list' | 'object';
	/** Of the answer: of each object of a list, else of the body. */
	schema: Schema;
}

const contract = readContract();

/** All operations of the API, those of OAuth left out. */
export const operations: readonly Operation[] = Object.entries(contract.paths)
	.filter(([path]) => !path.startsWith('/oauth/'))
	.flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => toOperation(path, method, operation)),
	);

/** Those that read, in the order in which each finds what it needs: lists first. */
export const readingOperations: readonly Operation[] = operations
	.filter(({ method }) => method === 'GET')
	.sort((left, right) => parametersOf(left) - parametersOf(right) || rank(left) - rank(right));

/** @throws Error when the contract has no such operation. */
export function operationOf(operationId: string): Operation {
	const found = operations.find((operation) => operation.operationId === operationId);
	if (!found) throw new Error(`The contract has no operation ${operationId}`);
	return found;
}

/** A schema by what refers to it, parts put together. */
export function resolve(schema: Schema): Schema {
	const name = schema.$ref?.split('/').at(-1);
	const own = name === undefined ? schema : (contract.components.schemas[name] ?? {});
	const parts = (own.allOf ?? []).map(resolve);
	const properties = Object.assign({}, ...parts.map((part) => part.properties), own.properties);
	return { ...own, properties: properties as Schema['properties'] };
}

function toOperation(path: string, method: string, operation: ContractOperation): Operation {
	const [status = '200', response] =
		Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
	const body = resolve(response?.content?.['application/json']?.schema ?? {});
	const items = body.properties?.data?.items;
	return {
		operationId: operation.operationId,
		method: method.toUpperCase(),
		path,
		status: Number(status),
		kind: isPaginated(operation) ? 'pages' : items ? 'list' : 'object',
		schema: items ? resolve(items) : body,
	};
}

function parametersOf({ path }: Operation): number {
	return path.split('{').length - 1;
}

function rank({ kind }: Operation): number {
	return kind === 'object' ? 1 : 0;
}
