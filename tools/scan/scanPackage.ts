import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildNodePackage, packNodePackage, projectFolder } from '../n8n/nodePackage';
import { runCommand } from '../n8n/runCommand';
import { installScanner, type ScanResult } from './installScanner';

/** What n8n checks of the files of a published package (@n8n/scan-community-package 0.32, analyzePackageByName). */
const packedFilePatterns = ['**/*.js', 'package.json'];

/**
 * Runs n8n's scan of community packages on what would be published, and on the sources. n8n's own command takes
 * only packages that are published already; these are its two checks without the download.
 * @returns the exit code: 0 when nothing was found
 */
export async function scanPackage(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-scan-'));
	try {
		const { analyzePackage, SOURCE_FILE_PATTERNS } = await installScanner(report);
		const unpacked = await unpackedPackage(folder);
		const results = [
			show('the packed files', await analyzePackage(unpacked, packedFilePatterns)),
			show('the sources', await analyzePackage(projectFolder, SOURCE_FILE_PATTERNS)),
		];
		return results.every(({ passed }) => passed) ? 0 : 1;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** The folder with what is in the packed file. */
async function unpackedPackage(folder: string): Promise<string> {
	await buildNodePackage(report);
	const tarball = await packNodePackage(folder, report);
	const unpacked = join(folder, 'package');
	await mkdir(unpacked);
	// Windows has tar as well, since its version of 2018.
	await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], {
		folder,
		report,
		title: 'Unpacking',
	});
	// The scan is content with a folder in which it finds nothing to check.
	if (!existsSync(join(unpacked, 'dist', 'nodes'))) {
		throw new Error('The packed file has no folder dist/nodes, so there is nothing to scan.');
	}
	return unpacked;
}

function show(what: string, result: ScanResult): ScanResult {
	console.log(result.passed ? `n8n's scan found nothing in ${what}.` : `In ${what}:`);
	if (!result.passed) console.error(`${result.message ?? ''}\n${result.details ?? ''}`);
	return result;
}

function report(line: string): void {
	console.log(`  ${line}`);
}
