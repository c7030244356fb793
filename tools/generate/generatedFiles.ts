import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { projectFolder } from '../n8n/nodePackage';
import { accessGroups, events, resources, schemasFolder } from '../nodeDescription';
import { outputSchemaOf } from '../schemas/outputSchema';
import { accessTable, withScopesTable } from '../scopes/scopesTable';
import { eventsTable } from './eventsTable';
import { withSection } from './markdown';
import { operationsTable } from './operationsTable';
import { runningAgainTable } from './runningAgainTable';
import { datesTable, numbersTable, refusedTable } from './valuesTables';

/** A file as it has to be. */
export interface GeneratedFile {
	/** Relative to the project, with slashes. */
	path: string;
	/** Undefined where there must be no such file, because what it was made from is gone. */
	content: string | undefined;
}

/** The documents that hold something generated, and how it gets into their text. */
const documents: Record<string, (text: string) => string> = {
	'README.md': (text) => withSection(text, 'operations', operationsTable(resources)),
	'docs/scopes.md': (text) => withScopesTable(text, resources),
	'docs/credentials.md': (text) => withSection(text, 'access', accessTable(accessGroups)),
	'docs/values.md': (text) =>
		withSection(
			withSection(withSection(text, 'dates', datesTable()), 'numbers', numbersTable()),
			'refused',
			refusedTable(),
		),
	'docs/running-again.md': (text) => withSection(text, 'again', runningAgainTable(resources)),
	'docs/trigger.md': (text) => withSection(text, 'events', eventsTable(events)),
};

/**
 * Everything that is generated, from the operations, the events and the contract.
 * @throws Error with the name of the file that it cannot be made from or for.
 */
export async function generatedFiles(): Promise<GeneratedFile[]> {
	const schemas = await outputSchemas();
	return [
		...schemas,
		...leftOver(schemas.map(({ path }) => path)),
		...Object.entries(documents).map(([path, fill]) => ({
			path,
			content: ofFile(path, () => fill(readFileSync(join(projectFolder, path), 'utf8'))),
		})),
	];
}

async function outputSchemas(): Promise<GeneratedFile[]> {
	const operations = resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			path: `${schemasFolder}/${resource.value}/${operation.value}.json`,
			operation,
		})),
	);
	return await Promise.all(
		operations.map(async ({ path, operation }) => {
			const schema = ofFile(path, () => outputSchemaOf(operation));
			return { path, content: await inStyle(path, JSON.stringify(schema)) };
		}),
	);
}

async function inStyle(path: string, text: string): Promise<string> {
	const file = join(projectFolder, path);
	const style = await prettier.resolveConfig(file);
	return await prettier.format(text, { ...style, filepath: file });
}

/** Schemas of operations that are no more. */
function leftOver(wanted: string[]): GeneratedFile[] {
	const folder = join(projectFolder, schemasFolder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => `${schemasFolder}/${name.replaceAll('\\', '/')}`)
		.filter((path) => !wanted.includes(path))
		.map((path) => ({ path, content: undefined }));
}

function ofFile<Made>(path: string, make: () => Made): Made {
	try {
		return make();
	} catch (error) {
		throw new Error(`${path} cannot be made. ${(error as Error).message}`);
	}
}
