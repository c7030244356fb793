import { prepare, readCommandLine } from './commandLine.mjs';
import { runTool } from './runTools.mjs';

/** `npm run lint` and `npm run lint:fix`. */
const usage = `
Usage: npm run lint [-- --fix]

Checks n8n's rules for community nodes, the formatting, and the types.

  --fix    mend what can be mended by itself (npm run lint:fix is the same)
  --help   show this and change nothing
`;

const { fix } = readCommandLine(usage, { fix: { type: 'boolean', default: false } });
await prepare();

const checks = [
	() => runTool('eslint', ['.', '--max-warnings', '0']),
	() => runTool('prettier', ['--check', '.']),
	() => runTool('tsc', ['-p', '.'], 'typescript'),
	() => runTool('tsc', ['-p', 'tsconfig.scripts.json'], 'typescript'),
];
const repairs = [
	() => runTool('eslint', ['.', '--fix']),
	() => runTool('prettier', ['--write', '.']),
];

let exitCode = 0;
for (const step of fix ? repairs : checks) exitCode = step() || exitCode;
process.exit(exitCode);
