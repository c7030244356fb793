/** What `npm run check:api -- --help` prints. Plain JavaScript, so that it also comes in a fresh clone. */
export const usage = `Usage: npm run check:api -- [options]

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
  --help             shows this, and does nothing
`;
