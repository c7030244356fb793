import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { expectNone } from './problems';

const project = resolve(__dirname, '../..');

/** Every TypeScript file of these folders, by its path in the project. */
const files = new Map(
	['nodes', 'credentials', 'sandbox', 'tools'].flatMap((folder) =>
		readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => [join(folder, name), importsOf(join(folder, name))] as const),
	),
);

/** What a file imports of the project, types included: the lint rule for circles does not see those. */
function importsOf(path: string): string[] {
	const text = readFileSync(join(project, path), 'utf8');
	return ts
		.preProcessFile(text, true, true)
		.importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
		.map(({ fileName }) => relative(project, resolve(project, dirname(path), fileName)));
}

function fileOf(module: string): string | undefined {
	return [`${module}.ts`, join(module, 'index.ts'), module].find((path) => files.has(path));
}

/** The files on a way from the file back to itself; undefined where there is none. */
function circleOf(start: string): string[] | undefined {
	const seen = new Set<string>();
	const waiting = [[start]];
	for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
		for (const module of files.get(way.at(-1) ?? '') ?? []) {
			const next = fileOf(module);
			if (next === start) return [...way, start];
			if (next === undefined || seen.has(next)) continue;
			seen.add(next);
			waiting.push([...way, next]);
		}
	}
	return undefined;
}

test('no file imports itself by way of others, not even their types', () => {
	expect(files.size).toBeGreaterThan(0);
	expectNone(
		[...files.keys()].flatMap((path) => {
			const circle = circleOf(path);
			// Each circle once, at the first of its files.
			return circle === undefined || [...circle].sort()[0] !== path
				? []
				: [`${circle.join(' imports ')}: move what they share to a file of its own.`];
		}),
	);
});
