import { prepare } from './commandLine.mjs';
import { runTool } from './runTools.mjs';

/**
 * `npm run test:unit` and its like: the tests of one kind. Arguments go to jest as they are, which refuses what
 * it does not know.
 */
const kinds = {
	contract: 'what is forgotten or out of date, with what mends it',
	unit: 'how values are read, and what transport, objects, execution, trigger and credentials decide',
	node: "the nodes in n8n's engine, against the stand-in portal",
	sandbox: 'the stand-in portal',
	tools: 'the commands of the project',
	package: 'what is published',
	n8n: 'the packed node in a real n8n, in part in a real browser',
	queue: "n8n's queue mode, with two workers; needs PostgreSQL and Redis",
};
/** Those that want the machine for themselves. */
const oneByOne = ['n8n', 'queue'];
const [kind = '', ...given] = process.argv.slice(2);
const usage = `
Usage: npm run test:${kind} [-- files, arguments of jest]

Runs the tests of this kind: ${kinds[/** @type {keyof kinds} */ (kind)]}.

  npm run test:${kind} -- pickers             only files with that in their path
  npm run test:${kind} -- -t "some words"     only tests with that in their name
  npm run test:${kind} -- --help              show this and change nothing
`;

if (given.includes('--help') || given.includes('-h')) {
	console.log(usage.trim());
	process.exit(0);
}
await prepare();
// Files first: behind --selectProjects jest takes them for names of projects, and runs everything.
const ownArguments = [
	'--selectProjects',
	kind,
	...(oneByOne.includes(kind) ? ['--runInBand'] : []),
];
process.exit(runTool('jest', [...given, ...ownArguments]));
