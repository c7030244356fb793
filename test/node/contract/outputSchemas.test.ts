import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { resolveOutputSchemaPath } from 'n8n-core';
import { outputSchemaOf, type FieldSchema } from '../../../tools/schemas/outputSchema';
import { sinceN8n } from '../../sinceN8n';
import { description, offeredOperations } from './offeredFields';

const nodeFolder = join(__dirname, '../../../nodes/MijnKlantportaal');
const schemaFolder = join(nodeFolder, '__schema__');
const offered = offeredOperations();

/** The file that n8n itself would look for. */
function fileOf(resource: string, operation: string): string {
	const version = description.version as number;
	const path = resolveOutputSchemaPath({ nodeDir: nodeFolder, version, resource, operation });
	if (path === undefined) throw new Error('n8n names no file');
	return path;
}

const advice = 'Run: npx tsx tools/schemas/generate.ts';

describe('output schemas', () => {
	sinceN8n('2.32.0', 'n8n tells where it looks for output schemas', () => {
		test('are where n8n looks for them, one for every operation and no others', () => {
			const wanted = offered.map(({ resource, operation }) =>
				relative(schemaFolder, fileOf(resource.value, operation.value)),
			);
			const present = existsSync(schemaFolder)
				? readdirSync(schemaFolder, { recursive: true, encoding: 'utf8' })
				: [];
			const files = present.filter((name) => name.endsWith('.json'));
			expect({ advice, files: files.sort() }).toEqual({ advice, files: wanted.sort() });
		});

		test.each(offered)(
			'of $name says what contract and operation say',
			({ resource, operation }) => {
				const file = fileOf(resource.value, operation.value);
				const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
				expect({ advice, schema }).toEqual({ advice, schema: outputSchemaOf(operation) });
			},
		);
	});

	test.each(offered)('of $name is one that the editor can show', ({ operation }) => {
		const { type, properties } = outputSchemaOf(operation);
		expect(type).toBe('object');
		expect(Object.keys(properties)).not.toEqual([]);
		expect(Object.values(properties).flatMap(keywords)).toEqual([]);
	});
});

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
