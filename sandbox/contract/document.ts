import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The parts of a JSON schema that the portal looks at or adds to. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	format?: string;
	pattern?: string;
	minLength?: number;
	minItems?: number;
	minimum?: number;
	required?: string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	allOf?: Schema[];
	additionalProperties?: boolean;
	[keyword: string]: unknown;
}

export interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	description?: string;
	allowReserved?: boolean;
	schema: Schema;
}

export interface ContractOperation {
	operationId: string;
	parameters?: Parameter[];
	requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
	responses: Record<
		string,
		{ $ref?: string; description?: string; content?: Record<string, { schema: Schema }> }
	>;
	servers?: unknown;
	/** Scope that the portal asks for, null where any valid token is enough (sandbox/scopes.ts). */
	'x-scope'?: string | null;
}

export interface ContractDocument {
	openapi: string;
	info: { title: string; version: string };
	servers: { url: string }[];
	paths: Record<string, Record<string, ContractOperation>>;
	components: { schemas: Record<string, Schema>; [kind: string]: unknown };
}

let contract: ContractDocument | undefined;

/** A fresh copy of the contract, as the file says it. */
export function readContract(): ContractDocument {
	const file = join(__dirname, '..', 'openapi.yaml');
	contract ??= parse(readFileSync(file, 'utf8')) as ContractDocument;
	// Copied, because every portal prepares its own.
	return structuredClone(contract);
}

/** The operation behind a method and a path, whatever the parameters in the path are called. */
export function operationAt(
	{ paths }: ContractDocument,
	method: string,
	path: string,
): ContractOperation | undefined {
	const wanted = withoutNames(path);
	return Object.entries(paths)
		.filter(([candidate]) => withoutNames(candidate) === wanted)
		.map(([, methods]) => methods[method.toLowerCase()])
		.find((operation) => operation !== undefined);
}

const withoutNames = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');
