import { operationAt, readContract, type Schema } from '../../sandbox/contract/document';
import type { Operation } from '../nodeDescription';

/** What n8n's editor reads: it follows no references and merges nothing, so all of it stands in one piece. */
export interface OutputSchema {
	type: 'object';
	properties: Record<string, FieldSchema>;
	version: number;
}

/** Of several types the editor shows the first. */
export interface FieldSchema {
	type?: string | string[];
	properties?: Record<string, FieldSchema>;
	items?: FieldSchema;
}

const contract = readContract();

/** The item that comes with a file. */
const fileFields: Record<string, FieldSchema> = {
	fileName: { type: 'string' },
	mimeType: { type: 'string' },
	fileSize: { type: 'string' },
};

/**
 * Fields of objects that the documentation names without showing them. Inferred: the list of tickets
 * shows the fields of a ticket without what it consists of, and so agreements are taken to do.
 */
const inferredFields: Record<string, { of: string; without: string[] }> = {
	Agreement: {
		of: 'AgreementWithDetails',
		without: ['signerSignature', 'signerSignatureHash', 'signers', 'documents'],
	},
};

/**
 * What one item of an operation's output looks like by default, from what the contract says of the answer.
 * @throws Error when the contract has no such operation or tells nothing of its answer.
 */
export function outputSchemaOf(operation: Operation): OutputSchema {
	const properties = operation.output === 'file' ? fileFields : answerFields(operation);
	return {
		type: 'object',
		properties: { ...simplify(properties, operation.simplified), ...addedFields(operation) },
		version: 1,
	};
}

/** What the node itself tells beside the answer. */
function addedFields(operation: Operation): Record<string, FieldSchema> {
	if (operation.method === 'GET') return {};
	const { added = [], existing, upsert } = operation;
	return {
		...Object.fromEntries(added.map((name) => [name, { type: 'string' }])),
		...(existing === undefined && upsert === undefined
			? {}
			: { alreadyExisted: { type: 'boolean' } }),
	};
}

function answerFields({ name, method, url, output }: Operation): Record<string, FieldSchema> {
	const answer = answerSchemaOf(name, method, url);
	const isSeveral = output === 'list' || output === 'data';
	const fields = fieldsOf(isSeveral ? (propertiesOf(answer).data?.items ?? {}) : answer);
	if (Object.keys(fields).length > 0) return fields;
	throw new Error(
		`sandbox/openapi.yaml does not tell what ${method} ${url} answers with: describe the answer there.`,
	);
}

function answerSchemaOf(name: string, method: string, url: string): Schema {
	const responses = Object.entries(operationAt(contract, method, url)?.responses ?? {});
	const success = responses.find(([status]) => status.startsWith('2'))?.[1];
	const schema = success?.content?.['application/json']?.schema;
	if (schema === undefined) {
		throw new Error(
			`sandbox/openapi.yaml knows no answer to ${method} ${url}, which the operation "${name}" calls: add it there, or correct method and url of the operation.`,
		);
	}
	return schema;
}

function simplify(
	properties: Record<string, FieldSchema>,
	fields: Operation['simplified'],
): Record<string, FieldSchema> {
	if (fields === undefined) return properties;
	return Object.fromEntries(
		fields.map((field) => {
			if (typeof field === 'string') return [field, propertyAt(properties, field)];
			const { name, from, each } = field;
			const property = propertyAt(properties, from);
			if (each === undefined) return [name, property];
			const items: FieldSchema = {
				type: 'object',
				properties: simplify(property.items?.properties ?? {}, each),
			};
			return [name, { ...property, items }];
		}),
	);
}

/** The schema of `links.customer.href`. */
function propertyAt(properties: Record<string, FieldSchema>, path: string): FieldSchema {
	const [name = '', ...rest] = path.split('.');
	const property = properties[name];
	if (property === undefined) {
		throw new Error(
			`sandbox/openapi.yaml knows no answer field ${name}, which \`simplified\` of the operation names.`,
		);
	}
	return rest.length === 0 ? property : propertyAt(property.properties ?? {}, rest.join('.'));
}

/** The properties of a schema and of those it is made of, withdrawn ones left out. */
function propertiesOf(schema: Schema): Record<string, Schema> {
	const named = nameOf(schema);
	const { allOf = [], properties = {} } = named === undefined ? schema : component(named);
	const inferred = named === undefined ? undefined : inferredFields[named];
	const own = inferred === undefined ? properties : propertiesOf(component(inferred.of));
	const parts = [...allOf.map(propertiesOf), own];
	return Object.fromEntries(
		parts
			.flatMap((part) => Object.entries(part))
			.filter(([name, field]) => !field['x-legacy'] && !inferred?.without.includes(name)),
	);
}

function nameOf({ $ref }: Schema): string | undefined {
	return $ref?.split('/').at(-1);
}

function component(name: string): Schema {
	const schema = contract.components.schemas[name];
	if (schema === undefined) throw new Error(`The contract has no schema ${name}`);
	return schema;
}

function fieldsOf(schema: Schema): Record<string, FieldSchema> {
	return Object.fromEntries(
		Object.entries(propertiesOf(schema)).map(([name, field]) => [name, toField(field)]),
	);
}

function toField(schema: Schema): FieldSchema {
	const named = nameOf(schema);
	const { type, items } = named === undefined ? schema : component(named);
	if (type === 'array') {
		// What the documentation leaves open stays open.
		const item = items && toField(items);
		return { type, ...(item?.type === undefined ? {} : { items: item }) };
	}
	return type === 'object' ? { type, properties: fieldsOf(schema) } : { type };
}
