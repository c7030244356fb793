import { byId, INVOICE, invoiceItems } from '../portalFixture';
import { type ConnectedPortal, connectPortal } from './connectedPortal';

const LIST = { resource: 'invoice', operation: 'getAll', returnAll: true };

let connected: ConnectedPortal;
let timer: NodeJS.Timeout | undefined;

afterEach(async () => {
	clearInterval(timer);
	expect(connected.portal.contractViolations).toEqual([]);
	await connected.close();
});

/** Lets the access token expire as soon as the portal holds so many invoices more than each of these. */
function expireAt(...counts: number[]): void {
	const { portal } = connected;
	const before = portal.state.invoices.length;
	timer = setInterval(() => {
		if (portal.state.invoices.length - before < (counts[0] ?? Infinity)) return;
		counts.shift();
		portal.oauth.expireAccessTokens();
	}, 1);
}

/** Without those that make an engine renew the token that has no helper for it: see olderN8n.test.ts. */
const statuses = (): Array<number | undefined> =>
	connected.portal.requests.filter(({ path }) => path !== '/customers').map(({ status }) => status);

const countOf = (status: number): number => statuses().filter((one) => one === status).length;

it('200 uploads, 5 at a time: one refresh for an expiry, nothing lost, nothing sent twice', async () => {
	connected = await connectPortal();
	const { portal, run, secrets } = connected;
	const before = portal.state.invoices.length;
	const former = secrets();
	expireAt(60);
	const { items, error, record } = await run({ parameters: INVOICE, items: invoiceItems(200) });

	expect(error).toBeUndefined();
	expect(portal.oauth.refreshes).toBe(1);
	expect(portal.oauth.tokenRequests).toHaveLength(1);
	expect(countOf(201)).toBe(200);
	expect(countOf(401)).toBeGreaterThanOrEqual(1);
	expect(countOf(401)).toBeLessThanOrEqual(5);
	const numbers = portal.state.invoices.slice(before).map(({ invoiceNumber }) => invoiceNumber);
	expect(new Set(numbers).size).toBe(200);
	expect(items.map(({ json }) => json.invoiceNumber)).toEqual(
		Array.from({ length: 200 }, (_, index) => `2026-${index}`),
	);
	for (const secret of [...former, ...secrets()]) expect(record).not.toContain(secret);
}, 60_000);

it('a token that expires again and again is renewed each time, once', async () => {
	connected = await connectPortal();
	expireAt(20, 60, 100);
	const { error } = await connected.run({ parameters: INVOICE, items: invoiceItems(120) });
	expect(error).toBeUndefined();
	expect(connected.portal.oauth.refreshes).toBe(3);
	expect(countOf(201)).toBe(120);
}, 60_000);

it('the refresh is asked for with the documented fields, and the first refresh token stays', async () => {
	connected = await connectPortal();
	const { portal, credential, run } = connected;
	const { refresh_token: first } = credential.data.oauthTokenData as Record<string, string>;
	portal.oauth.expireAccessTokens();
	await run({ parameters: LIST });
	portal.oauth.expireAccessTokens();
	await run({ parameters: LIST });
	expect(portal.oauth.tokenRequests.map(({ body, status }) => [body, status])).toEqual(
		[1, 2].map(() => [
			{
				grant_type: 'refresh_token',
				client_id: 'sandbox-app',
				client_secret: credential.data.clientSecret,
				refresh_token: first,
			},
			200,
		]),
	);
	expect(credential.data.oauthTokenData).toMatchObject({ refresh_token: first });
});

it('executions that run at the same time share the refresh', async () => {
	connected = await connectPortal();
	const { portal, run } = connected;
	portal.oauth.expireAccessTokens();
	const runs = await Promise.all(
		[0, 1, 2].map(async () => await run({ parameters: INVOICE, items: invoiceItems(10) })),
	);
	expect(runs.flatMap(({ items }) => items)).toHaveLength(30);
	expect(portal.oauth.refreshes).toBe(1);
	expect(countOf(401)).toBeLessThanOrEqual(5);
});

it('a token that another worker of n8n has renewed is taken, not renewed again', async () => {
	connected = await connectPortal();
	const { portal, credential, run } = connected;
	const former = credential.data;
	portal.oauth.expireAccessTokens();
	const renewed = { ...former, oauthTokenData: await connected.refresh() };
	// The other worker stores its token while the request with the former one is under way.
	Object.defineProperty(credential, 'data', {
		get: () => (portal.requests.length > 0 ? renewed : former),
	});
	const { error } = await run({ parameters: LIST });
	expect(error).toBeUndefined();
	expect(statuses()).toEqual([401, 200]);
	expect(portal.oauth.refreshes).toBe(1);
});

it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'a refresh token that was revoked is tried once for all items, and told (%s)',
	async (onError) => {
		connected = await connectPortal();
		const { portal, run } = connected;
		portal.oauth.revokeRefreshTokens();
		portal.oauth.expireAccessTokens();
		const { error, items } = await run({
			parameters: INVOICE,
			items: invoiceItems(30),
			settings: { onError },
		});
		const message = `MijnKlantportaal no longer grants the access of the credential "Test portal" [item`;
		if (onError === 'stopWorkflow') {
			expect(error?.message).toContain(message);
			expect(error?.description).toContain('connect the account again');
		} else {
			expect(items).toHaveLength(30);
			for (const { json } of items) expect(json.error).toContain(message);
		}
		expect(portal.oauth.tokenRequests).toHaveLength(1);
		expect(portal.requests.length).toBeLessThanOrEqual(5);
	},
);

it('a token address that does not answer is told apart from access that was withdrawn', async () => {
	connected = await connectPortal();
	const { portal, credential, run } = connected;
	credential.data.oauthBaseUrl = 'http://127.0.0.1:9';
	portal.oauth.expireAccessTokens();
	const { error } = await run({ parameters: LIST });
	expect(error?.message).toContain('could not be renewed, because no answer came');
	expect(error?.description).toContain('Check OAuth Base URL in the credential "Test portal"');
});

it('a new token that is refused, too, is told after one more try', async () => {
	connected = await connectPortal();
	const { portal, run } = connected;
	portal.misbehave({ kind: 'status', status: 401, times: 9 });
	const { error } = await run({ parameters: LIST });
	expect(portal.oauth.refreshes).toBe(1);
	expect(statuses()).toEqual([401, 401]);
	expect(error?.description).toContain('Connect the account in the credential "Test portal" again');
});

it('a credential that was never connected is told before anything is sent', async () => {
	connected = await connectPortal();
	delete connected.credential.data.oauthTokenData;
	const { error } = await connected.run({ parameters: LIST });
	expect(error?.message).toBe('The credential "Test portal" is not connected [item 0]');
	expect(connected.portal.requests).toEqual([]);
});

it('403 names the scope, and what to choose in the credential for it', async () => {
	connected = await connectPortal();
	const accept = { resource: 'offer', operation: 'accept', offerId: byId('off_unknown') };
	const { error } = await connected.run({ parameters: accept });
	expect(error?.description).toBe(
		'It most likely lacks the scope offers.write. Add "Offers: Create, Accept, Reject and Read" under Access in the credential "Test portal" and connect the account again.',
	);
});

it('403 says so where the scope table has no scope for it', async () => {
	connected = await connectPortal({ scope: 'customers.read' });
	const { error } = await connected.run({ parameters: INVOICE, items: invoiceItems(1) });
	expect(error?.description).toBe(
		'The documentation of MijnKlantportaal names no scope for changes here; it most likely lacks the scope invoices.read, which is the nearest. Add "Invoices: Create, Mark as Paid and Read" under Access in the credential "Test portal" and connect the account again.',
	);
});
