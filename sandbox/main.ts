import { parseArgs } from 'node:util';
import { startPortal } from './portal';
import { allScopes } from './scopes';

/** Where n8n on its usual port waits for OAuth2 answers. */
const n8nCallback = 'http://localhost:5678/rest/oauth2-credential/callback';

const usage = `Usage: tsx sandbox/main.ts [--port 8100] [--limit 60] [--key sandbox-key] [--redirect <address>]

  --port      port on 127.0.0.1 (default 8100)
  --limit     requests per minute for each token, or "none" (default 60)
  --key       API key that has every scope (default sandbox-key)
  --redirect  address that OAuth2 may send people back to
              (default ${n8nCallback})
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8100' },
			limit: { type: 'string', default: '60' },
			key: { type: 'string', default: 'sandbox-key' },
			redirect: { type: 'string', default: n8nCallback },
			help: { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	const limit = values.limit === 'none' ? Infinity : Number(values.limit);
	if (values.help || !Number.isInteger(port) || Number.isNaN(limit)) {
		console.log(usage);
		process.exitCode = values.help ? 0 : 1;
		return;
	}
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
