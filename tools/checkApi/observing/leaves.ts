import { operationOf, resolve } from '../contractOperations';
import { type Exchange, isRecord, isSuccess, objectsOf } from '../asking/exchange';
import type { Schema } from '../../../sandbox/contract/document';

/** A value in an answer that has no parts. */
export interface Leaf {
	operationId: string;
	/** Name of the field that holds it. */
	name: string;
	value: unknown;
	/** What the contract says of the field; empty for what it does not know. */
	schema: Schema;
}

/** The values of all objects that were answered with success. */
export function leavesOf(exchanges: readonly Exchange[]): Leaf[] {
	return exchanges.flatMap((exchange) => {
		if (exchange.operationId === undefined || !isSuccess(exchange)) return [];
		const { kind, schema, operationId } = operationOf(exchange.operationId);
		const objects = kind === 'object' ? [exchange.body] : objectsOf(exchange.body);
		return objects.flatMap((object) => leaves(operationId, '', object, schema));
	});
}

function leaves(operationId: string, name: string, value: unknown, given: Schema): Leaf[] {
	const schema = resolve(given);
	if (Array.isArray(value)) {
		return value.flatMap((element) => leaves(operationId, name, element, schema.items ?? {}));
	}
	if (!isRecord(value)) return [{ operationId, name, value, schema }];
	return Object.entries(value).flatMap(([field, part]) =>
		leaves(operationId, field, part, schema.properties?.[field] ?? {}),
	);
}

/** The prefix that the contract shows of an identifier field: `cst_`; undefined for other fields. */
export function prefixOf({ examples }: Schema): string | undefined {
	const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
	return typeof example === 'string' ? /^[a-z]{3}_/.exec(example)?.[0] : undefined;
}
