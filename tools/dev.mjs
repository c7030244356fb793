import { loadTypeScript, readCommandLine } from './commandLine.mjs';

/** `npm run dev`: the node in a real n8n, anew after each change. */
const usage = `
Usage: npm run dev

Starts n8n with this node beside a stand-in portal on this machine, as npm start does, and then watches the
folders nodes, credentials and icons: what you save is compiled, and n8n loads it anew; an open editor shows it
at once. While there are errors n8n keeps the node as it was. Ctrl-C stops everything.

  --help   show this and change nothing
`;

readCommandLine(usage, {});
const { startDev } = await loadTypeScript('./dev/startDev.ts');
await startDev();
