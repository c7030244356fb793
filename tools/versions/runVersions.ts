import { installEngine } from '../n8n/installEngine';
import { installN8n } from '../n8n/installN8n';
import { olderVersions, type StartedVersion, type TestedVersion } from '../n8n/testedVersions';
import { runJest } from './jestRun';
import { describeRuns, type VersionRun } from './describeRuns';

const report = (line: string): void => console.error(`  ${line}`);

/**
 * Runs the tests in older versions of n8n, one version after the other, and prints what came of it.
 *
 * @param given Numbers of versions (all of them by default), and arguments for jest
 * @returns Whether nothing failed
 */
export async function runVersions(given: string[]): Promise<boolean> {
	const chosen = olderVersions.filter(({ n8n }) => given.includes(n8n));
	const jestArguments = given.filter((one) => !olderVersions.some(({ n8n }) => n8n === one));
	const runs: VersionRun[] = [];
	for (const version of chosen.length > 0 ? chosen : olderVersions) {
		runs.push(await runEngine(version, jestArguments));
		if (isStarted(version)) runs.push(await runServer(version, jestArguments));
	}
	console.log(`\n${describeRuns(runs)}`);
	return runs.every(({ failed }) => failed === 0);
}

const isStarted = (version: TestedVersion): version is StartedVersion =>
	version.nodeMajors !== undefined;

async function runEngine(version: TestedVersion, jestArguments: string[]): Promise<VersionRun> {
	const folder = await installEngine(version, report);
	console.log(`\nThe engine of n8n ${version.n8n}`);
	const run = runJest(['--selectProjects', 'node', '--maxWorkers=100%', ...jestArguments], {
		TESTED_N8N: version.n8n,
		N8N_ENGINE_FOLDER: folder,
	});
	return { version, kind: 'engine', ...run };
}

async function runServer(version: StartedVersion, jestArguments: string[]): Promise<VersionRun> {
	await installN8n(report, version);
	console.log(`\nn8n ${version.n8n}`);
	const run = runJest(['--selectProjects', 'n8n', '--runInBand', ...jestArguments], {
		TESTED_N8N: version.n8n,
	});
	return { version, kind: 'whole n8n', ...run };
}
