import { loadTypeScript, readCommandLine } from './commandLine.mjs';

/** `npm run check:api`: whether the real API is as this project takes it to be. */
const usage = `
Usage: npm run check:api -- [options]

Asks the API of MijnKlantportaal whether it is as this project takes it to be, and writes a report
that holds no data of your portal: docs/api-facts.md lists what is asked.

Without --write nothing is changed in the portal: it only reads. It also asks the token address of
OAuth with an application that does not exist. It takes one to three minutes.

The API key is asked for, or taken from the environment variable MIJNKLANTPORTAAL_API_KEY. It is
never given on the command line, and stands in no file.

  --write            also creates things, in a test portal; asks first and names what it makes
  --scopes <list>    scopes of the key with commas between, or "all"; asked for when left out
  --report <file>    where the report goes (default: mijnklantportaal-check-<date>.md)
  --verbose          shows on the screen what is asked and answered, your data included
  --base-url <url>   address of the API (default: https://api.mijnklantportaal.nl/v1)
  --oauth-url <url>  address of OAuth (default: https://manage.mijnklantportaal.nl; with another
                     --base-url it is only asked when it is given)
  --webhook-port <n> port of this machine that the address for webhooks leads to (default: 8787)
  --help             show this and change nothing
`;

const given = readCommandLine(usage, {
	write: { type: 'boolean', default: false },
	verbose: { type: 'boolean', default: false },
	scopes: { type: 'string' },
	report: { type: 'string' },
	'base-url': { type: 'string' },
	'oauth-url': { type: 'string' },
	'webhook-port': { type: 'string' },
	// Known so that they can be refused with a reason.
	key: { type: 'string' },
	'api-key': { type: 'string' },
});
const { main } = await loadTypeScript('./checkApi/main.ts');
process.exit(await main(given, process.env));
