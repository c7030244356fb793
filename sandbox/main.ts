import { readCommandLine, refuse } from '../tools/commandLine.mjs';
import { allScopes } from './scopes';

/** Where n8n on its usual port waits for OAuth2 answers. */
const n8nCallback = 'http://localhost:5678/rest/oauth2-credential/callback';

const usage = `
Usage: npm run sandbox [-- options]

Starts the stand-in portal on 127.0.0.1. It forgets everything when it stops.

  --port <number>       port (default 8100)
  --limit <number>      requests per minute for each token, or "none" (default 60)
  --key <text>          API key that has every scope (default sandbox-key)
  --redirect <address>  address that OAuth2 may send people back to
                        (default ${n8nCallback})
  --help                show this and start nothing
`;

async function main(): Promise<void> {
	const values = readCommandLine(usage, {
		port: { type: 'string', default: '8100' },
		limit: { type: 'string', default: '60' },
		key: { type: 'string', default: 'sandbox-key' },
		redirect: { type: 'string', default: n8nCallback },
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		refuse(`--port takes a number from 0 to 65535, not "${values.port}".`, usage);
	}
	const limit = values.limit === 'none' ? Infinity : Number(values.limit);
	if (!(limit > 0)) {
		refuse(`--limit takes a number above 0 or "none", not "${values.limit}".`, usage);
	}
	// Only now, so that the lines above are quick.
	const { startPortal } = await import('./portal');
	const client = { clientId: 'sandbox-app', clientSecret: 'sandbox-secret' };
	const portal = await startPortal({
		port,
		limit,
		keys: [{ token: values.key, scopes: [...allScopes] }],
		oauthClients: [{ ...client, redirectUris: [values.redirect] }],
		tokenBodies: 'jsonOrForm',
	});
	console.log(`The MijnKlantportaal stand-in portal is running. It forgets everything when it stops.

  Web page         ${portal.url}
  API              ${portal.apiUrl}
  API key          ${values.key}
  OAuth2 authorize ${portal.url}/oauth/authorize
  OAuth2 tokens    ${portal.url}/oauth/tokens
  OAuth2 client    ${client.clientId} / ${client.clientSecret}
  OAuth2 redirect  ${values.redirect}

Try it:
  curl -H 'Authorization: Bearer ${values.key}' ${portal.apiUrl}/customers

Stop with Ctrl+C.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void portal.close());
	}
}

void main();
