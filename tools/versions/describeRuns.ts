import type { TestedVersion } from '../n8n/testedVersions';
import type { JestRun } from './jestRun';

/** A run of tests in a version of n8n. */
export interface VersionRun extends JestRun {
	version: TestedVersion;
	kind: 'engine' | 'whole n8n';
}

/** What came of the runs, as text: a line for each, and below it what did not run and why. */
export function describeRuns(runs: VersionRun[]): string {
	return runs.flatMap(describeRun).join('\n');
}

function describeRun({ version, kind, passed, failed, notRun, seconds }: VersionRun): string[] {
	const name = `n8n ${version.n8n} (${version.title}), ${kind}`;
	const skipped = [...notRun].map(([reason, count]) => `  ${count} did not run: ${reason}`);
	return [`${name}: ${passed} passed, ${failed} failed, ${seconds} s`, ...skipped];
}
