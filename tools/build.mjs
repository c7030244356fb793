import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, readCommandLine } from './commandLine.mjs';
import { projectFolder, runTool } from './runTools.mjs';

/** `npm run build`: what is published, in `dist`. */
const usage = `
Usage: npm run build

Empties the folder dist and fills it with what is published: the compiled nodes and credentials, with
their icons, codex files and output schemas.

  --help   show this and change nothing
`;

readCommandLine(usage, {});
await prepare();
rmSync(join(projectFolder, 'dist'), { recursive: true, force: true });
process.exit(runTool('tsc', ['-p', 'tsconfig.build.json'], 'typescript') || runTool('gulp', []));
