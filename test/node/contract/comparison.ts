import type { RecordedRequest } from '../../../sandbox/portal';
import { documentedOperations, type DocumentedOperation } from './documentedOperations';
import { offeredFields, offeredOperations, type OfferedOperation } from './offeredFields';

export const documented = documentedOperations();
export const offered = offeredOperations();

/** The documented operation that an operation of the node calls. */
export function documentedFor({ operation, path }: OfferedOperation) {
	return documented.find(
		(candidate) =>
			candidate.method === operation.method && withoutNames(candidate.path) === withoutNames(path),
	);
}

/** The operations of the node that call a documented one. */
export function offeredFor(operation: DocumentedOperation): OfferedOperation[] {
	return offered.filter((candidate) => documentedFor(candidate) === operation);
}

const withoutNames = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');

/** The name that a field of the API has in a workflow: `start_at` is `startAt` there. */
function workflowNameOf(apiName: string): string {
	return apiName.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The documented field that a parameter stands for. */
export function documentedFieldFor(operation: DocumentedOperation, workflowName: string) {
	if (/binaryPropertyNames?$/i.test(workflowName)) {
		return operation.fields.find(({ isFile }) => isFile);
	}
	return operation.fields.find(({ name }) => workflowNameOf(name) === workflowName);
}

/** Documented fields without a parameter, and withdrawn ones that have one. */
export function missingFields(operation: DocumentedOperation): string[] {
	const operations = offeredFor(operation);
	if (operations.length === 0) return [];
	const found = new Set(
		operations
			.flatMap(offeredFields)
			.map(({ name }) => documentedFieldFor(operation, name))
			.filter((field) => field !== undefined),
	);
	return operation.fields
		.filter((field) => found.has(field) === field.isLegacy)
		.map(({ name, place, isLegacy }) => {
			const where = operations.map((candidate) => candidate.name).join(' and ');
			return isLegacy
				? `${where} offers ${name}, which the API has withdrawn`
				: `${where} lacks the ${place} field ${name}`;
		});
}

/** Parameters that stand for no documented field. */
export function unknownFields(operation: OfferedOperation): string[] {
	const counterpart = documentedFor(operation);
	if (!counterpart) return [];
	// What the API cannot do, the node does with what it reads.
	const { filters = [] } = operation.operation;
	const ownNames = filters.map(({ field }) => field.property.name);
	return offeredFields(operation)
		.filter(({ name }) => !ownNames.includes(name))
		.filter(({ name }) => documentedFieldFor(counterpart, name) === undefined)
		.map(({ name }) => `${operation.name} offers ${name}, which ${counterpart.id} does not know`);
}

/** Required fields that the canvas does not ask for, and the other way round. */
export function wronglyRequiredFields(operation: OfferedOperation): string[] {
	const counterpart = documentedFor(operation);
	if (!counterpart) return [];
	return offeredFields(operation).flatMap(({ name, property, isAlwaysShown }) => {
		const field = documentedFieldFor(counterpart, name);
		if (!field || name.includes('[]')) return [];
		// A field that has a value from the start is never missing.
		const isAsked = isAlwaysShown && (property.required === true || property.type !== 'string');
		if (field.required && !isAsked) return [`${operation.name} does not demand ${name}`];
		// What is shown for one choice only, such as a price for what is for sale, may be needed there.
		const conditions = Object.keys(property.displayOptions?.show ?? {});
		const isConditional = conditions.some((key) => !['resource', 'operation'].includes(key));
		const isCertain = field.required || field.isFile;
		const mayDemand = isCertain || isConditional || counterpart.leavesRequiredOpen;
		return property.required && !mayDemand ? [`${operation.name} demands ${name}`] : [];
	});
}

/** The names of the fields that a request carried, as the contract writes them. */
export function arrivedFields(
	{ path, query, body, files }: RecordedRequest,
	operation: DocumentedOperation,
): string[] {
	const pattern = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
	const inPath = pattern.test(path) ? operation.fields.filter(({ place }) => place === 'path') : [];
	return [
		...inPath.map(({ name }) => name),
		// The pages of a list have numbers, which the documentation shows in its addresses only.
		...Object.keys(query).filter((name) => name !== 'page'),
		...bodyNames(body),
		...files.map(({ field }) => field.replace(/\[\d*\]$/, '')),
	];
}

function bodyNames(body: unknown): string[] {
	return Object.entries((body as Record<string, unknown> | undefined) ?? {}).flatMap(
		([name, value]) => {
			const objects = Array.isArray(value)
				? value.filter((item): item is object => typeof item === 'object' && item !== null)
				: [];
			if (objects.length === 0) return [name];
			return objects.flatMap((object) => Object.keys(object)).map((inner) => `${name}[].${inner}`);
		},
	);
}
