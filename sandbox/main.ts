import { startPortal } from './portal';
import { allScopes } from './scopes';
import { MOST_SEEDED } from './seed/numbers';

/** What the command line says, as text. */
export type SandboxValues = Record<
	| 'port'
	| 'limit'
	| 'key'
	| 'customers'
	| 'invoices'
	| 'order'
	| 'remove-after'
	| 'removals'
	| 'redirect',
	string
>;

/** Ends the process because of a value. */
type Refuse = (reason: string) => never;

const ORDERS = ['newestFirst', 'oldestFirst', 'byName'] as const;

function seededNumber(name: string, given: string, refuse: Refuse): number {
	const number = Number(given);
	if (!Number.isInteger(number) || number < 0 || number > MOST_SEEDED) {
		refuse(`--${name} takes a number from 0 to ${MOST_SEEDED}, not "${given}".`);
	}
	return number;
}

function wholeNumber(name: string, given: string, refuse: Refuse): number {
	const number = Number(given);
	if (!Number.isInteger(number) || number < 1) {
		refuse(`--${name} takes a number from 1 on, not "${given}".`);
	}
	return number;
}

/** Starts the stand-in portal as the command line says, and tells where it is. */
export async function runSandbox(values: SandboxValues, refuse: Refuse): Promise<void> {
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		refuse(`--port takes a number from 0 to 65535, not "${values.port}".`);
	}
	const limit = values.limit === 'none' ? Infinity : Number(values.limit);
	if (!(limit > 0)) {
		refuse(`--limit takes a number above 0 or "none", not "${values.limit}".`);
	}
	const customers = seededNumber('customers', values.customers, refuse);
	const invoices = seededNumber('invoices', values.invoices, refuse);
	const listOrder = ORDERS.find((order) => order === values.order);
	if (listOrder === undefined) {
		refuse(`--order takes ${ORDERS.join(', ')}, not "${values.order}".`);
	}
	const removeAfter = values['remove-after'];
	const afterPages =
		removeAfter === 'none' ? Infinity : wholeNumber('remove-after', removeAfter, refuse);
	const times = wholeNumber('removals', values.removals, refuse);
	const client = { clientId: 'sandbox-app', clientSecret: 'sandbox-secret' };
	const portal = await startPortal({
		port,
		limit,
		listOrder,
		removals: { afterPages, times },
		seeded: { customers, invoices },
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
