import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, readCommandLine } from './commandLine.mjs';
import { projectFolder, runTool } from './runTools.mjs';

/** `npm run build`: what is published, in `dist`. */
const usage = `
Usage: npm run build

Empties the folder dist and fills it with what is published: the compiled nodes and credentials, made
small, with their icons, codex files and output schemas.

  --help   show this and change nothing
`;

readCommandLine(usage, {});
await prepare();
const dist = join(projectFolder, 'dist');
rmSync(dist, { recursive: true, force: true });
const exitCode = runTool('tsc', ['-p', 'tsconfig.build.json'], 'typescript') || runTool('gulp', []);
if (exitCode !== 0) process.exit(exitCode);
// Loaded only now, because what it stands on may have been installed a moment ago.
const { compact } = await import('./build/compact.mjs');
await compact(dist);
