import { join } from 'node:path';
import { prepare, readCommandLine } from './commandLine.mjs';
import { projectFolder, runTool } from './runTools.mjs';

/** `npm run pictures`: the pictures of the documentation, from the tests that look at the canvas. */
const usage = `
Usage: npm run pictures

Makes the pictures in docs/pictures anew, those of all example workflows included: starts a real n8n with
the node beside the stand-in portal, and clicks through the canvas in a browser as the tests do
(test/n8n/canvas.ts, forms.ts, canvasExamples.ts, wrongValues.ts). Takes some minutes; the first time n8n is
installed.

  --help   show this and change nothing
`;

readCommandLine(usage, {});
await prepare();
process.env.PICTURES_FOLDER = join(projectFolder, 'docs', 'pictures');
process.exit(runTool('jest', ['--selectProjects', 'n8n', '--runInBand', '-t', 'on the canvas']));
