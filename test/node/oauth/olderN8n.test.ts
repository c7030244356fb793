import { INVOICE, invoiceItems } from '../portalFixture';
import { type ConnectedPortal, connectPortal } from './connectedPortal';

let connected: ConnectedPortal;

afterEach(async () => await connected.close());

// n8n 1 has no such helper: the rest of the engine stays as it is.
jest.mock(
	'n8n-core/dist/execution-engine/node-execution-context/utils/request-helpers/factory',
	() => {
		const factory = jest.requireActual<{
			getRequestHelperFunctions: (...given: unknown[]) => Record<string, unknown>;
		}>('n8n-core/dist/execution-engine/node-execution-context/utils/request-helpers/factory');
		return {
			...factory,
			getRequestHelperFunctions: (...given: unknown[]) => {
				const helpers = factory.getRequestHelperFunctions(...given);
				delete helpers.refreshOAuth2Token;
				return helpers;
			},
		};
	},
);

it('an n8n without a helper to renew the token renews it once all the same', async () => {
	connected = await connectPortal();
	const { portal, run, credential } = connected;
	const former = JSON.stringify(credential.data.oauthTokenData);
	portal.oauth.expireAccessTokens();
	const { items, error } = await run({ parameters: INVOICE, items: invoiceItems(20) });
	expect(error).toBeUndefined();
	expect(items).toHaveLength(20);
	expect(portal.oauth.refreshes).toBe(1);
	expect(JSON.stringify(credential.data.oauthTokenData)).not.toBe(former);
	// One request that changes nothing was sent to make n8n renew the token, and refused once.
	const provoking = portal.requests.filter(({ path }) => path === '/customers');
	expect(provoking.map(({ method, status }) => `${method} ${status}`)).toEqual([
		'GET 401',
		'GET 200',
	]);

	portal.oauth.revokeRefreshTokens();
	portal.oauth.expireAccessTokens();
	const refused = await run({ parameters: INVOICE, items: invoiceItems(20) });
	expect(refused.error?.message).toContain('no longer grants the access of the credential');
	expect(refused.record).not.toContain(String(credential.data.clientSecret));
});

it('a key to renew it with that may not read customers is no hindrance', async () => {
	connected = await connectPortal({ scope: 'invoices.read' });
	const { portal, run } = connected;
	portal.oauth.expireAccessTokens();
	const { error } = await run({ parameters: INVOICE, items: invoiceItems(2) });
	expect(error).toBeUndefined();
	expect(portal.oauth.refreshes).toBe(1);
});

it('a stop of the execution that has it renewed is no hindrance for another one', async () => {
	connected = await connectPortal();
	const { portal, run } = connected;
	portal.oauth.expireAccessTokens();
	let stop = (): void => undefined;
	const first = run({
		parameters: INVOICE,
		items: invoiceItems(1),
		onStart: (cancel) => (stop = cancel),
	});
	const isProvoking = ({ path }: { path: string }): boolean => path === '/customers';
	while (!portal.requests.some(isProvoking)) await new Promise(setImmediate);
	const second = run({ parameters: INVOICE, items: invoiceItems(1) });
	stop();
	await first;
	expect((await second).error).toBeUndefined();
	expect(portal.oauth.refreshes).toBe(1);
});
