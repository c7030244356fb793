import { prepare } from './commandLine.mjs';
import { runTool } from './runTools.mjs';

/**
 * `npm test`: all tests but those of queue mode and of older versions of n8n, also in a fresh clone. First the
 * quick kinds, then those in a real n8n, which want the machine for themselves. Arguments go to jest as they
 * are, which refuses what it does not know.
 */
const usage = `
Usage: npm test [-- arguments of jest]

Installs what is missing and runs all tests: first the quick kinds, then those in a real n8n. Left out are only
n8n's queue mode (npm run test:queue) and its older versions (npm run test:versions). With arguments it runs
jest with these instead:

  npm test -- --selectProjects unit contract    these kinds only
  npm test -- test/unit/values/amount.test.ts   this file only
  npm test -- --help                            show this and change nothing

Kinds: contract, unit, node, sandbox, tools, package, n8n, queue. Each has a command of its own: npm run test:contract
`;

const ownArguments = process.argv.slice(2);
if (ownArguments.includes('--help') || ownArguments.includes('-h')) {
	console.log(usage.trim());
	process.exit(0);
}
const runs =
	ownArguments.length > 0
		? [ownArguments]
		: [
				['--selectProjects', 'contract', 'unit', 'node', 'sandbox', 'tools', 'package'],
				['--selectProjects', 'n8n', '--runInBand'],
			];

await prepare();
let exitCode = 0;
for (const run of runs) exitCode = runTool('jest', run) || exitCode;
process.exit(exitCode);
