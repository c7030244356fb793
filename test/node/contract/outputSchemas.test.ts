import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveOutputSchemaPath } from 'n8n-core';
import { outputSchemaOf, type FieldSchema } from '../../../tools/schemas/outputSchema';
import { sinceN8n } from '../../sinceN8n';
import { description, offeredOperations } from './offeredFields';

const nodeFolder = join(__dirname, '../../../nodes/MijnKlantportaal');
const offered = offeredOperations();

/** The file that n8n itself would look for. */
function fileOf(resource: string, operation: string): string {
	const version = description.version as number;
	const path = resolveOutputSchemaPath({ nodeDir: nodeFolder, version, resource, operation });
	if (path === undefined) throw new Error('n8n names no file');
	return path;
}

// That they say what contract and operations say is looked at by the kind `contract`.
describe('output schemas', () => {
	sinceN8n('2.32.0', 'n8n tells where it looks for output schemas', () => {
		test.each(offered)('of $name is where n8n looks for it', ({ resource, operation }) => {
			expect(existsSync(fileOf(resource.value, operation.value))).toBe(true);
		});
	});

	test.each(offered)('of $name is one that the editor can show', ({ operation }) => {
		const { type, properties } = outputSchemaOf(operation);
		expect(type).toBe('object');
		expect(Object.keys(properties)).not.toEqual([]);
		expect(Object.values(properties).flatMap(keywords)).toEqual([]);
	});
});

/** What is long or nested on purpose, with the reason. */
const WHOLE: Record<string, string> = {
	'ticket.get': 'its messages are what it is read for',
};

const reading = offered.filter(
	({ name, operation }) =>
		operation.method === 'GET' && operation.output !== 'file' && WHOLE[name] === undefined,
);

test.each(reading)(
	'$name can be simplified where its answer is long or nested',
	({ operation }) => {
		const { properties } = outputSchemaOf({ ...operation, simplified: undefined });
		const isNested = Object.values(properties).some(
			({ type, items }) => type === 'object' || items?.type === 'object',
		);
		const isLong = Object.keys(properties).length > 10;
		expect(operation.simplified !== undefined).toBe(isNested || isLong);
		const kept = Object.values(outputSchemaOf(operation).properties);
		expect(kept.filter(({ type }) => type === 'object')).toEqual([]);
	},
);

/** Keywords that the editor does not know (n8n 2.41, getSchemaForJsonSchema). */
function keywords(schema: FieldSchema): string[] {
	const unknown = Object.keys(schema).filter(
		(key) => !['type', 'properties', 'items'].includes(key),
	);
	const nested = [
		...Object.values(schema.properties ?? {}),
		...(schema.items ? [schema.items] : []),
	];
	return [...unknown, ...nested.flatMap(keywords)];
}
