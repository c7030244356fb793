import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { resourcesFolder, type Operation } from '../../tools/nodeDescription';

const project = resolve(__dirname, '../..');
const root = join(project, resourcesFolder);
const indexOfAll = join(root, 'index.ts');

/** A file in the folder of a resource. */
interface ResourceFile {
	file: string;
	/** Relative to the project. */
	path: string;
	/** The `index.ts` of its folder, relative to the project. */
	index: string;
}

const folders = readdirSync(root, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => join(root, name));

const files: ResourceFile[] = folders.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.ts') && name !== 'index.ts')
		.map((name) => ({
			file: join(folder, name),
			path: pathOf(join(folder, name)),
			index: pathOf(join(folder, 'index.ts')),
		})),
);

/** Folders of resources that the index of all resources does not name. */
export function forgottenResources(): string[] {
	const named = importsOf(indexOfAll);
	return folders
		.filter((folder) => !named.includes(join(folder, 'index.ts')))
		.map(
			(folder) =>
				`${pathOf(indexOfAll)} does not name the resource in ${pathOf(folder)}: import it there and add it to \`resources\`.`,
		);
}

const indexes = folders.map((folder) => join(folder, 'index.ts')).filter(existsSync);
const imported = new Set([...indexes, ...files.map(({ file }) => file)].flatMap(importsOf));

/** Files of resources that nothing imports. */
export function forgottenFiles(): string[] {
	return files
		.filter(({ file }) => !imported.has(file))
		.map(
			({ path, index }) =>
				`${index} does not name ${path}: import it there and add it to \`operations\`.`,
		);
}

/** Operations in a file that is imported, but that no resource offers. */
export function unlistedOperations(offered: readonly Operation[]): string[] {
	const known = new Set(offered.map(keyOf));
	return files
		.filter(({ file }) => imported.has(file))
		.flatMap(({ file, path, index }) =>
			operationsIn(file)
				.filter((operation) => !known.has(keyOf(operation)))
				.map(
					({ name }) => `${index} does not list the operation "${name}" of ${path}: add it there.`,
				),
		);
}

function keyOf({ value, method, url }: Operation): string {
	return `${value}: ${method} ${url}`;
}

function operationsIn(file: string): Operation[] {
	const exported = jest.requireActual<Record<string, unknown>>(file);
	return Object.values(exported).filter(isOperation);
}

function isOperation(value: unknown): value is Operation {
	const wanted = ['name', 'value', 'action', 'method', 'url'];
	return typeof value === 'object' && value !== null && wanted.every((name) => name in value);
}

/** The files of the project that a file imports. */
function importsOf(file: string): string[] {
	return ts
		.preProcessFile(readFileSync(file, 'utf8'), true, true)
		.importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
		.map(({ fileName }) => join(dirname(file), fileName))
		.flatMap((path) => [`${path}.ts`, join(path, 'index.ts')])
		.filter(existsSync);
}

function pathOf(file: string): string {
	return relative(project, file).replaceAll('\\', '/');
}
