import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	buildNodePackage,
	mostPackedBytes,
	packNodePackage,
	projectFolder,
} from '../tools/n8n/nodePackage';
import { line, median, rounded } from './output';

/** How large the package is, and how long n8n waits for it at its start. */
const mostMilliseconds = 50;
const starts = 15;

/** Milliseconds that requiring takes in a fresh process: n8n-workflow, then the files of the package. */
function measureOnce(files: string[]): { workflow: number; node: number } {
	const script = `
		const begin = performance.now();
		require('n8n-workflow');
		const between = performance.now();
		for (const file of ${JSON.stringify(files)}) {
			for (const Type of Object.values(require(file))) new Type();
		}
		console.log(JSON.stringify({ workflow: between - begin, node: performance.now() - between }));`;
	const output = execFileSync(process.execPath, ['-e', script], {
		cwd: projectFolder,
		encoding: 'utf8',
		env: { ...process.env, NODE_OPTIONS: '' },
	});
	return JSON.parse(output) as { workflow: number; node: number };
}

async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-bench-'));
	const quiet = (): void => {};
	await buildNodePackage(quiet);
	const packed = await packNodePackage(folder, quiet);
	const bytes = (await stat(packed)).size;
	await rm(folder, { recursive: true, force: true });

	const { n8n } = (await import('../package.json')).default;
	const files = [...n8n.credentials, ...n8n.nodes].map((file) => join(projectFolder, file));
	const measured = Array.from({ length: starts }, () => measureOnce(files));
	const milliseconds = median(measured.map(({ node }) => node));

	console.log('\nThe package');
	line('packed size', `${rounded(bytes / 1000)} KB`, {
		text: `<= ${mostPackedBytes / 1000} KB`,
		isMet: bytes <= mostPackedBytes,
	});
	console.log(`\nLoading, median of ${starts} processes`);
	line('n8n-workflow alone', `${rounded(median(measured.map(({ workflow }) => workflow)))} ms`);
	line('nodes and credentials on top', `${rounded(milliseconds)} ms`, {
		text: `<= ${mostMilliseconds} ms`,
		isMet: milliseconds <= mostMilliseconds,
	});
}

void main();
