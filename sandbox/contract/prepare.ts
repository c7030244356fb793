import type { ContractDocument, ContractOperation, Schema } from './document';
import { formatOf } from './formats';

/**
 * Response fields that the contract knows but that an object does not always carry: legacy
 * ones, and ones typed as text which have no text yet (the contract does not allow null there).
 */
const optionalAnswerFields: Record<string, string[]> = {
	AgreementSigner: ['signature', 'signatureHash', 'signedAt'],
	Appointment: ['onlineMeetingLink'],
	CustomerSubscription: ['terminatedAt'],
	FileRequest: ['completedAt'],
	FileRequestFile: ['uploadedFileId'],
	PunchCard: ['expiryValue'],
};

/** Schemas whose fields the contract leaves open. */
const openSchemas = ['Agreement'];

/** Schemas that are only a part of another object: what they do not name may be named there. */
const partialSchemas = ['Pagination'];

/** Makes a request schema refuse what it does not name, and adds the formats. */
function closeRequestSchema(schema: Schema): void {
	if (schema.items) closeRequestSchema(schema.items);
	if (isText(schema)) addFormat(schema);
	if (schema.type !== 'object') return;
	schema.additionalProperties = false;
	for (const [name, field] of Object.entries(schema.properties ?? {})) {
		if (schema.required?.includes(name)) {
			// As in Laravel, an empty text or list does not count as given.
			if (isText(field)) field.minLength = 1;
			if (field.type === 'array') field.minItems = 1;
		}
		closeRequestSchema(field);
	}
}

const isText = ({ type, format }: Schema): boolean => type === 'string' && format !== 'binary';

function addFormat(schema: Schema): void {
	const format = formatOf(schema);
	if (format !== undefined) schema.format = format;
}

/** Makes an answer schema demand all its fields and no others, so that mistakes of the portal show. */
function closeAnswerSchema(schema: Schema, optional: string[]): void {
	if (schema.items) closeAnswerSchema(schema.items, []);
	if (!schema.properties) return;
	schema.additionalProperties = false;
	schema.required = Object.entries(schema.properties)
		.filter(([name, field]) => !optional.includes(name) && !field['x-legacy'])
		.map(([name]) => name);
	for (const [name, field] of Object.entries(schema.properties)) {
		// Which links an object has depends on whom it is shared with.
		closeAnswerSchema(field, name === 'links' ? Object.keys(field.properties ?? {}) : []);
	}
}

/** Closes the body of an answer that is no named schema: a page of a list, or a list of a period. */
function closeAnswerBody(schema: Schema): void {
	if (schema.allOf) {
		schema.unevaluatedProperties = false;
		for (const part of schema.allOf) {
			if (part.properties) part.required = Object.keys(part.properties);
		}
	} else if (!schema.$ref) {
		closeAnswerSchema(schema, []);
	}
}

/**
 * Takes out what only people read. The validator compiles each operation together with the
 * whole document, so this makes the first call of each operation several times faster.
 */
function withoutProse(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutProse);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name, item]) => !isProse(name, item))
			.map(([name, item]) => [name, withoutProse(item)]),
	);
}

function isProse(name: string, item: unknown): boolean {
	// A field of an object may be called description as well: that one is a schema, not a text.
	if (name === 'description') return typeof item === 'string' && item !== 'Error';
	return name.startsWith('x-') || (name === 'examples' && Array.isArray(item));
}

/** Whether the operation answers a list in pages. */
export function isPaginated(operation: ContractOperation): boolean {
	const schema = operation.responses['200']?.content?.['application/json']?.schema;
	return schema?.allOf?.some((part) => part.$ref?.endsWith('/Pagination')) ?? false;
}

function prepareOperation(operation: ContractOperation): void {
	delete operation.servers;
	for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
		closeRequestSchema(schema);
	}
	for (const parameter of operation.parameters ?? []) {
		if (parameter.in !== 'query') continue;
		if (isText(parameter.schema)) addFormat(parameter.schema);
		// The colon of a time is reserved in addresses, but clients send it as it is.
		parameter.allowReserved = true;
	}
	if (isPaginated(operation)) {
		operation.parameters = [
			...(operation.parameters ?? []),
			{ name: 'page', in: 'query', schema: { type: 'integer', minimum: 1 } },
		];
	}
	for (const { content } of Object.values(operation.responses)) {
		for (const { schema } of Object.values(content ?? {})) closeAnswerBody(schema);
	}
	operation.responses = {
		...Object.fromEntries(
			Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
		),
		// Any operation can answer any error, documented there or not; all have the same shape.
		default: {
			description: 'Error',
			content: { 'application/json': { schema: { $ref: '#/components/schemas/Error_ApiError' } } },
		},
	};
}

/**
 * Turns the contract into what the portal checks against: it serves the API operations under
 * /v1, it is strict where the contract is silent about unknown fields, and it knows how texts
 * have to be written. OAuth has rules of its own and is checked there.
 */
export function prepareContract(document: ContractDocument): ContractDocument {
	document.servers = [{ url: '/v1' }];
	for (const [path, operations] of Object.entries(document.paths)) {
		if (path.startsWith('/oauth/')) {
			delete document.paths[path];
			continue;
		}
		Object.values(operations).forEach(prepareOperation);
	}
	for (const [name, schema] of Object.entries(document.components.schemas)) {
		if (openSchemas.includes(name)) continue;
		closeAnswerSchema(schema, optionalAnswerFields[name] ?? []);
		if (partialSchemas.includes(name)) delete schema.additionalProperties;
	}
	return withoutProse(document) as ContractDocument;
}
