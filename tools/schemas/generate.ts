import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import prettier from 'prettier';
import { resources } from '../../nodes/MijnKlantportaal/resources';
import { outputSchemaOf } from './outputSchema';

/**
 * Where n8n looks for the schema of a node of version 1: beside the node, in a folder for the version
 * with three numbers, by the values of the parameters resource and operation (n8n-core 2.41,
 * nodes-loader/output-schema-resolver).
 */
const folder = join(__dirname, '../../nodes/MijnKlantportaal/__schema__/v1.0.0');

/** Writes the output schemas of all operations anew, from the contract and the operations. */
async function generate(): Promise<void> {
	// Made before the old ones go: if the contract lacks something, nothing is lost.
	const schemas = resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			file: join(folder, resource.value, `${operation.value}.json`),
			schema: outputSchemaOf(operation),
		})),
	);
	await rm(folder, { recursive: true, force: true });
	for (const { file, schema } of schemas) {
		const style = await prettier.resolveConfig(file);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(
			file,
			await prettier.format(JSON.stringify(schema), { ...style, filepath: file }),
		);
	}
	console.log(`${schemas.length} output schemas written.`);
}

void generate();
