import { loadTypeScript, readCommandLine, refuse } from './commandLine.mjs';

/** `npm run sandbox`: the stand-in portal alone. */
const n8nCallback = 'http://localhost:5678/rest/oauth2-credential/callback';

const usage = `
Usage: npm run sandbox [-- options]

Starts the stand-in portal on 127.0.0.1. It forgets everything when it stops.

  --port <number>          port (default 8100)
  --limit <number>         requests per minute for each token, or "none" (default 60)
  --key <text>             API key that has every scope (default sandbox-key)
  --customers <number>     customers there are at first (default 40)
  --invoices <number>      invoices there are at first (default 0)
  --order <order>          order of lists: newestFirst, oldestFirst or byName
                           (default newestFirst)
  --remove-after <number>  each time that so many pages of a list were shown, the first
                           object of it is removed, or "none" (default none)
  --removals <number>      how many are removed in all (default 1)
  --redirect <address>     address that OAuth2 may send people back to
                           (default ${n8nCallback})
  --help                   show this and start nothing
`;

const values = readCommandLine(usage, {
	port: { type: 'string', default: '8100' },
	limit: { type: 'string', default: '60' },
	key: { type: 'string', default: 'sandbox-key' },
	customers: { type: 'string', default: '40' },
	invoices: { type: 'string', default: '0' },
	order: { type: 'string', default: 'newestFirst' },
	'remove-after': { type: 'string', default: 'none' },
	removals: { type: 'string', default: '1' },
	redirect: { type: 'string', default: n8nCallback },
});
const { runSandbox } = await loadTypeScript('../sandbox/main.ts');
/** @param {string} reason */
const refuseValue = (reason) => refuse(reason, usage);
await runSandbox(values, refuseValue);
