import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedVersionFolder } from './cacheFolder';
import { installOnce } from './installOnce';
import { runCommand, type Report } from './runCommand';
import type { TestedVersion } from './testedVersions';

export interface LockedInstall {
	/** Which of the manifests in `versions/<number>`. */
	manifest: 'engine' | 'server';
	/** The name of the folder in the cache, before the number of the version. */
	cachedAs: string;
	/** For the progress lines. */
	title: string;
	/** With the Node.js that shall run npm, where that matters. */
	environment?: NodeJS.ProcessEnv;
	/** What has to be done besides, in that folder. */
	afterwards?: (folder: string) => Promise<void>;
}

/**
 * Installs a version of n8n, or a part of it, from its lock file into the cache folder, unless it is there
 * already; gives its folder. Install scripts are off: one of the packages would want to download a program
 * for Kafka, others a compiler for what the tests do not use.
 */
export async function installLocked(
	{ n8n }: TestedVersion,
	{ manifest, cachedAs, title, environment, afterwards }: LockedInstall,
	report: Report,
): Promise<string> {
	const folder = cachedVersionFolder(cachedAs, n8n);
	await installOnce(folder, report, async () => {
		for (const file of ['package.json', 'package-lock.json']) {
			await copyFile(join(__dirname, 'versions', n8n, manifest, file), join(folder, file));
		}
		const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
		await runCommand('npm', ['ci', ...flags], { folder, environment, report, title });
		await afterwards?.(folder);
	});
	return folder;
}
