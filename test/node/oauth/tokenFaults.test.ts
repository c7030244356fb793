import '../fastClock';
import { sinceN8n } from '../../sinceN8n';
import { byId, INVOICE, invoiceItems } from '../portalFixture';
import { type ConnectedPortal, connectPortal } from './connectedPortal';
import {
	openTokenAddress,
	type TokenAddress,
	tokenAnswers as answers,
	type TokenFault as Fault,
} from './tokenAddress';

const LIST = { resource: 'invoice', operation: 'getAll', returnAll: true };

let connected: ConnectedPortal;
let tokenAddress: TokenAddress;

beforeEach(async () => {
	connected = await connectPortal();
	tokenAddress = await openTokenAddress(connected.portal.url);
	connected.credential.data.oauthBaseUrl = tokenAddress.url;
	connected.portal.oauth.expireAccessTokens();
});
afterEach(async () => {
	tokenAddress.close();
	await connected.close();
});

const hiccups: Array<[string, Fault]> = [
	['500', answers(500, '{"message":"Server Error"}')],
	['503 with a web page and a wait', answers(503, '<html></html>', { 'retry-after': '2' })],
	['429', answers(429, '{"message":"Too Many Attempts."}', { 'retry-after': '1' })],
	['408', answers(408, '{}')],
	['a web page', answers(200, '<html></html>', { 'content-type': 'text/html' })],
	['nothing in particular', answers(200, '{}')],
	['an error that passes', answers(400, '{"error":"temporarily_unavailable"}')],
	['a lost connection', (response) => response.socket?.destroy()],
];

sinceN8n('1.123.0', 'n8n tells the node why a token was not renewed', () => {
	it.each(hiccups)('a hiccup of the token address costs no item: %s', async (_name, fault) => {
		tokenAddress.faults = [fault, fault];
		const { items, error } = await connected.run({ parameters: INVOICE, items: invoiceItems(8) });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(8);
		expect(tokenAddress.asked).toBe(3);
		expect(connected.portal.oauth.refreshes).toBe(1);
	});

	it.each([
		['500', answers(500, ''), 'could not be renewed (status 500)'],
		['429', answers(429, '{"message":"Too Many Attempts."}'), 'could not be renewed (status 429)'],
		['{}', answers(200, '{}'), 'could not be renewed (no new token came)'],
	] as Array<[string, Fault, string]>)(
		'what does not pass is told by its cause, not as withdrawn access: %s',
		async (_name, fault, sentence) => {
			tokenAddress.faults = Array.from({ length: 99 }, () => fault);
			const { error } = await connected.run({ parameters: INVOICE, items: invoiceItems(8) });
			expect(error?.message).toContain(sentence);
			expect(error?.description).toContain('Run again later');
			expect(error?.description).not.toContain('Connect');
			expect(tokenAddress.asked).toBe(4);
		},
	);

	it.each(['invalid_grant', 'invalid_client', 'unauthorized_client'])(
		'%s is asked for once, and told as withdrawn access',
		async (refusal) => {
			tokenAddress.faults = Array.from({ length: 99 }, () =>
				answers(400, JSON.stringify({ error: refusal })),
			);
			const { error } = await connected.run({ parameters: INVOICE, items: invoiceItems(8) });
			expect(error?.message).toContain('no longer grants the access');
			expect(tokenAddress.asked).toBe(1);
		},
	);

	it('a refusal without a word about the access is not asked for again, nor told as withdrawn', async () => {
		tokenAddress.faults = Array.from({ length: 99 }, () => answers(403, '{"message":"Blocked"}'));
		const { error } = await connected.run({ parameters: LIST });
		expect(error?.message).toContain('could not be renewed (status 403)');
		expect(tokenAddress.asked).toBe(1);
	});

	it('a silent token address holds nothing for longer than half a minute', async () => {
		tokenAddress.faults = [() => undefined];
		const { error } = await connected.run({ parameters: INVOICE, items: invoiceItems(8) });
		expect(error?.message).toContain('could not be renewed, because no answer came');
		expect(tokenAddress.asked).toBe(1);
	});

	it('a stop ends the wait for a silent token address at once', async () => {
		let cancel: (() => void) | undefined;
		// Cancelled before any clock has run out: the silence would be noticed half a minute later.
		tokenAddress.faults = [() => cancel?.()];
		const { portal } = connected;
		const { record } = await connected.run({
			parameters: INVOICE,
			items: invoiceItems(8),
			onStart: (stop) => {
				cancel = stop;
			},
		});
		expect(record.includes('could not be renewed')).toBe(false);
		expect(portal.state.invoices.some(({ invoiceNumber }) => invoiceNumber === '2026-0')).toBe(
			false,
		);
	});

	it('401 for another reason renews once, ends there and names the scope', async () => {
		const { portal } = connected;
		portal.misbehave({
			kind: 'status',
			status: 401,
			body: { message: 'Unauthenticated.' },
			method: 'POST',
			times: 999,
		});
		const { items } = await connected.run({
			parameters: INVOICE,
			items: invoiceItems(60),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items).toHaveLength(60);
		expect(items[59]?.json.error).toContain(
			'The access token is not accepted (Unauthenticated) [item 59].',
		);
		expect(items[59]?.json.error).toContain('most likely lacks the scope invoices.read');
		expect(items[59]?.json.error).toContain('Connect the account');
		// Some are under way with the new token before the first of them was refused.
		const { refreshes } = portal.oauth;
		expect(refreshes).toBeLessThanOrEqual(3);
		expect(portal.requests.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(
			70,
		);
		// Other requests still get a new token when theirs expires.
		portal.oauth.expireAccessTokens();
		const other = await connected.run({
			parameters: {
				resource: 'customer',
				operation: 'get',
				customerId: byId('cst_sandbox000000001'),
			},
		});
		expect(other.error).toBeUndefined();
		expect(portal.oauth.refreshes).toBe(refreshes + 1);
	});
});
