import { newestN8n } from '../tools/n8n/testedVersions';

/** The version of n8n that this run is about; tools/versions/runVersions.ts sets it for all but the newest. */
export const testedN8n = process.env.TESTED_N8N ?? newestN8n.n8n;

function isOlder(version: string, than: string): boolean {
	return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

/**
 * Declares tests that mean something only from one version of n8n on. In older ones they do not run, and
 * the summary of `npm run test:versions` lists them with the reason.
 *
 * @param version The first version of n8n that they apply to
 * @param reason What older versions lack, as the end of the sentence "does not apply, because …"
 * @param declareTests Calls `test` and `describe` as usual
 */
export function sinceN8n(version: string, reason: string, declareTests: () => void): void {
	if (isOlder(testedN8n, version)) describe.skip(`from n8n ${version} on: ${reason}`, declareTests);
	else declareTests();
}
