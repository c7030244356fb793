import { prepare } from './commandLine.mjs';
import { runTool } from './runTools.mjs';

/** `npm run test:mutants`: whether the tests notice what is changed in the code. Arguments go to Stryker. */
const usage = `
Usage: npm run test:mutants [-- values|decisions and arguments of Stryker]

Changes the code in one place at a time, runs the unit tests that reach that place, and lists the changes that
no test noticed. Takes half an hour or more for both:

  values      the readers of values; fails when fewer than 95 % were noticed
  decisions   what transport, objects, execution, trigger and credentials decide; fails below 85 %

  npm run test:mutants -- values                                          these only
  npm run test:mutants -- values --mutate nodes/shared/values/amount.ts   this file only
  npm run test:mutants -- decisions --incremental                         only what changed since the last time
  npm run test:mutants -- --help                                          show this and change nothing
`;

const configurations = ['values', 'decisions'];
const given = process.argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
	console.log(usage.trim());
	process.exit(0);
}
const [first = ''] = given;
const isChosen = configurations.includes(first);
const chosen = isChosen ? [first] : configurations;
const ownArguments = isChosen ? given.slice(1) : given;

await prepare();
let exitCode = 0;
for (const name of chosen) {
	const run = ['run', `tools/mutants/${name}.json`, ...ownArguments];
	exitCode = runTool('stryker', run, '@stryker-mutator/core') || exitCode;
}
process.exit(exitCode);
