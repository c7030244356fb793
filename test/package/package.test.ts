import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { mostPackedBytes } from '../../tools/n8n/nodePackage';

const project = resolve(__dirname, '../..');

interface PackedFile {
	path: string;
}

/** The package as it would be published, built and packed in a copy so that nothing else sees it. */
let folder: string;
let packed: { size: number; files: PackedFile[] };

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'package-'));
	for (const part of [
		'nodes',
		'credentials',
		'icons',
		'tools',
		'gulpfile.js',
		'package.json',
		'tsconfig.json',
		'tsconfig.build.json',
		'README.md',
		'LICENSE.md',
	]) {
		cpSync(join(project, part), join(folder, part), { recursive: true });
	}
	symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const npm = (...parameters: string[]) =>
		execFileSync('npm', parameters, {
			cwd: folder,
			encoding: 'utf8',
			shell: process.platform === 'win32',
		});
	npm('run', 'build');
	[packed] = JSON.parse(npm('pack', '--dry-run', '--json')) as [typeof packed];
}, 125_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesBelow(path: string): string[] {
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** The modules that a compiled file asks for by name. */
function requiredBy(file: string): string[] {
	return ts
		.preProcessFile(readFileSync(file, 'utf8'), true, true)
		.importedFiles.map(({ fileName }) => fileName);
}

it('requires nothing but what n8n gives and what it ships', () => {
	const scripts = filesBelow(join(folder, 'dist')).filter((file) => file.endsWith('.js'));
	const required = new Set(scripts.flatMap(requiredBy).filter((name) => !name.startsWith('.')));
	expect([...required].sort()).toEqual(['crypto', 'n8n-workflow']);
	expect(scripts.length).toBeGreaterThan(50);
});

it('holds what package.json and the nodes name, and nothing of the rest', () => {
	const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
		dependencies?: object;
	};
	const paths = packed.files.map(({ path }) => path);
	const nodes = filesBelow(join(project, 'nodes')).filter((file) => file.endsWith('.node.ts'));
	expect(manifest.n8n.nodes).toHaveLength(nodes.length);
	for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
		expect(paths).toContain(file);
	}
	for (const file of nodes) {
		const compiled = `dist/${relative(project, file).replaceAll('\\', '/')}`;
		expect(paths).toContain(compiled.replace(/\.ts$/, '.json'));
	}
	expect(paths).toEqual(
		expect.arrayContaining([
			'dist/icons/mijnKlantportaal.svg',
			'dist/icons/mijnKlantportaal.dark.svg',
		]),
	);
	expect(
		paths.filter((path) => !/^(dist\/|LICENSE\.md$|README\.md$|package\.json$)/.test(path)),
	).toEqual([]);
	expect(manifest.dependencies).toBeUndefined();
});

it('is not larger than it may be', () => {
	expect(packed.size).toBeLessThanOrEqual(mostPackedBytes);
});

it('keeps what stack traces name: functions, classes, and lines', () => {
	const lost: string[] = [];
	for (const room of ['nodes', 'credentials']) {
		for (const source of filesBelow(join(project, room))) {
			if (!source.endsWith('.ts') || source.endsWith('.d.ts')) continue;
			const path = relative(project, source);
			const shipped = join(folder, 'dist', path.replace(/\.ts$/, '.js'));
			const script = readFileSync(shipped, 'utf8');
			for (const [, name] of readFileSync(source, 'utf8').matchAll(
				/^(?:export )?(?:async )?(?:function|class) (\w+)/gm,
			)) {
				if (!new RegExp(`(function|class) ${name}\\b`).test(script)) lost.push(`${path}: ${name}`);
			}
			if (script.length > 2_000 && script.split('\n').length < 5) lost.push(`${path}: lines`);
		}
	}
	expect(lost).toEqual([]);
});

it('copies icons byte for byte', () => {
	for (const icon of readdirSync(join(project, 'icons'))) {
		const original = readFileSync(join(project, 'icons', icon));
		expect(readFileSync(join(folder, 'dist', 'icons', icon)).equals(original)).toBe(true);
	}
});
