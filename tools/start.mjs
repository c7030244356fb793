import { loadTypeScript, readCommandLine } from './commandLine.mjs';

/** `npm start`: a real n8n with this node, beside a stand-in portal, in one command. */
const usage = `
Usage: npm start [-- --once]

Starts n8n with this node beside a stand-in portal on this machine, and sends one invoice. What is
missing is installed first: the dependencies of this project, and n8n itself (once, 2.7 GB, into a
cache folder outside of this one; N8N_NODES_CACHE names another). Ctrl-C stops everything.

  --once   end when the invoice is in the portal; the exit code is 0 only then
  --help   show this and change nothing
`;

const { once } = readCommandLine(usage, { once: { type: 'boolean', default: false } });
const { startDemo } = await loadTypeScript('./demo/startDemo.ts');
await startDemo({ once });
