import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../n8n/nodePackage';

/** What came of one run of jest. */
export interface JestRun {
	passed: number;
	failed: number;
	/** How many tests did not run, by the reason (see test/sinceN8n.ts), or by their name where none is given. */
	notRun: Map<string, number>;
	seconds: number;
}

/** What jest writes with `--json`, as far as it is read here. */
interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
	testResults: Array<{
		assertionResults: Array<{ status: string; fullName: string; ancestorTitles: string[] }>;
	}>;
}

const startOfReason = 'from n8n ';

/**
 * Runs jest, whose output goes where ours goes.
 *
 * @param jestArguments As on jest's command line
 * @param environment Variables beside those of this process
 */
export function runJest(jestArguments: string[], environment: NodeJS.ProcessEnv): JestRun {
	const folder = mkdtempSync(join(tmpdir(), 'mijnklantportaal-versions-'));
	const file = join(folder, 'report.json');
	const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
	const began = Date.now();
	const { status } = spawnSync(
		process.execPath,
		[jest, ...jestArguments, '--json', '--outputFile', file],
		{
			cwd: projectFolder,
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'inherit', 'inherit'],
		},
	);
	const seconds = Math.round((Date.now() - began) / 1000);
	const run = readReport(file);
	rmSync(folder, { recursive: true, force: true });
	// Whatever else made jest fail is a failure, too.
	return { ...run, failed: status === 0 ? run.failed : Math.max(run.failed, 1), seconds };
}

function readReport(file: string): Omit<JestRun, 'seconds'> {
	const notRun = new Map<string, number>();
	let report: JestReport;
	try {
		report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
	} catch {
		// jest ended before it could write one.
		return { passed: 0, failed: 1, notRun };
	}
	for (const { status, fullName, ancestorTitles } of report.testResults.flatMap(
		({ assertionResults }) => assertionResults,
	)) {
		if (status === 'passed' || status === 'failed') continue;
		const reason = ancestorTitles.find((title) => title.startsWith(startOfReason)) ?? fullName;
		notRun.set(reason, (notRun.get(reason) ?? 0) + 1);
	}
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = report;
	return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, notRun };
}
