import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand, type Report } from './runCommand';

/** The name of the package, by which n8n knows its nodes. */
export const packageName = 'n8n-nodes-mijnklantportaal';

/** The root of this repository. */
export const projectFolder = dirname(dirname(__dirname));

/** How large the packed file may be, in bytes. */
export const mostPackedBytes = 110_000;

/** Compiles the node into `dist`. */
export async function buildNodePackage(report: Report): Promise<void> {
	await runCommand('npm', ['run', 'build'], {
		folder: projectFolder,
		report,
		title: 'Building the node',
	});
}

/** Packs what would be published, into that folder, and gives the path of the packed file. */
export async function packNodePackage(folder: string, report: Report): Promise<string> {
	await mkdir(folder, { recursive: true });
	await runCommand('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
		folder: projectFolder,
		report,
		title: 'Packing the node',
	});
	const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (!packed) throw new Error(`npm pack left no .tgz file in ${folder}.`);
	return join(folder, packed);
}
