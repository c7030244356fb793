import {
	readContract,
	type ContractOperation,
	type Schema,
} from '../../../sandbox/contract/document';

/** Something that a request of the API may carry. */
export interface DocumentedField {
	/** Name in the API; `lines[].vatRate` for a field of the objects in a list. */
	name: string;
	place: 'path' | 'query' | 'body';
	required: boolean;
	isFile: boolean;
	/** Withdrawn by the API: only in old copies of its documentation. */
	isLegacy: boolean;
	schema: Schema;
}

/** An operation of the API, as the contract describes it. */
export interface DocumentedOperation {
	id: string;
	method: string;
	/** Path with its parameters in braces. */
	path: string;
	fields: DocumentedField[];
	/** Whether the documentation leaves open which fields are required. */
	leavesRequiredOpen: boolean;
}

const contract = readContract();

/** All operations of the contract but those of OAuth, which n8n itself calls. */
export function documentedOperations(): DocumentedOperation[] {
	return Object.entries(contract.paths)
		.filter(([path]) => !path.startsWith('/oauth/'))
		.flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, operation]) => ({
				id: operation.operationId,
				method: method.toUpperCase(),
				path,
				fields: [...parametersOf(operation), ...bodyFieldsOf(operation)],
				leavesRequiredOpen: bodySchemaOf(operation)?.['x-missing'] !== undefined,
			})),
		);
}

function parametersOf({ parameters = [] }: ContractOperation): DocumentedField[] {
	return parameters.map(({ name, in: place, required = false, schema }) => ({
		name,
		place: place === 'path' ? 'path' : 'query',
		required,
		isFile: false,
		isLegacy: false,
		schema,
	}));
}

/** POST /files also takes JSON, to make a directory; which fields that needs is documented nowhere. */
function bodySchemaOf({ requestBody }: ContractOperation): Schema | undefined {
	const { content } = requestBody ?? {};
	return (content?.['multipart/form-data'] ?? content?.['application/json'])?.schema;
}

function bodyFieldsOf(operation: ContractOperation): DocumentedField[] {
	const schema = bodySchemaOf(operation);
	return schema === undefined ? [] : fieldsOf(schema, '');
}

function fieldsOf(object: Schema, prefix: string): DocumentedField[] {
	return Object.entries(object.properties ?? {}).flatMap(([name, given]) => {
		const schema = resolve(given);
		const items = schema.items && resolve(schema.items);
		if (items?.properties) return fieldsOf(items, `${prefix}${name}[].`);
		return {
			name: `${prefix}${name}`,
			place: 'body',
			required: object.required?.includes(name) ?? false,
			isFile: (items ?? schema).format === 'binary',
			isLegacy: schema['x-legacy'] === true,
			schema,
		};
	});
}

function resolve(schema: Schema): Schema {
	const name = schema.$ref?.split('/').at(-1);
	return name === undefined ? schema : (contract.components.schemas[name] ?? schema);
}
