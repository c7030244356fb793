import { installLocked } from './installLocked';
import type { Report } from './runCommand';
import type { TestedVersion } from './testedVersions';

/**
 * Installs the engine of an older n8n (n8n-core with its own n8n-workflow) into the cache folder, unless it
 * is there already; gives the folder that holds its `node_modules`.
 */
export async function installEngine(version: TestedVersion, report: Report): Promise<string> {
	return await installLocked(
		version,
		{
			manifest: 'engine',
			cachedAs: 'n8n-engine',
			title: `Installing the engine of n8n ${version.n8n} (once, 200 to 330 MB, half a minute)`,
		},
		report,
	);
}
