import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedVersionFolder } from '../n8n/cacheFolder';
import { installOnce } from '../n8n/installOnce';
import { runCommand, type Report } from '../n8n/runCommand';
import scannerPackage from './package.json';

const scannerName = '@n8n/scan-community-package';

/** What n8n's scan gives to those who call it from code (@n8n/scan-community-package 0.32). */
export interface Scanner {
	/** Checks the files of a folder; comments that turn rules off are ignored. */
	analyzePackage(folder: string, filePatterns: string[]): Promise<ScanResult>;
	/** The files of a source repository that it checks. */
	SOURCE_FILE_PATTERNS: string[];
}

export interface ScanResult {
	passed: boolean;
	message?: string;
	/** What was found, with file and line. */
	details?: string;
}

/**
 * Installs n8n's scan into the cache folder, unless it is there already, and loads it. Not among the development
 * dependencies, because it comes with an ESLint and a TypeScript of its own.
 */
export async function installScanner(report: Report): Promise<Scanner> {
	const version = scannerPackage.dependencies[scannerName];
	const folder = cachedVersionFolder('n8n-scan', version);
	await installOnce(folder, report, async () => {
		for (const file of ['package.json', 'package-lock.json']) {
			await copyFile(join(__dirname, file), join(folder, file));
		}
		await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
			folder,
			report,
			title: `Installing n8n's scan ${version} (once, 220 MB)`,
		});
	});
	const script = join(folder, 'node_modules', scannerName, 'scanner', 'scanner.mjs');
	return (await import(pathToFileURL(script).href)) as Scanner;
}
