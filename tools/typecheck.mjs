import { prepare, readCommandLine } from './commandLine.mjs';
import { runTool } from './runTools.mjs';

/** `npm run typecheck`. */
const usage = `
Usage: npm run typecheck

Checks the types of nodes, tests and tools.

  --help   show this and change nothing
`;

readCommandLine(usage, {});
await prepare();
process.exit(
	runTool('tsc', ['-p', '.'], 'typescript') ||
		runTool('tsc', ['-p', 'tsconfig.scripts.json'], 'typescript'),
);
