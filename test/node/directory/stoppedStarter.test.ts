import '../fastClock';
import { type ConnectedPortal, connectPortal } from '../oauth/connectedPortal';
import type { Credential } from '../credentials';
import type { RunOutput } from '../engine';
import { API_KEY, by, INVOICE, invoiceItems } from '../portalFixture';

/** How long the portal takes for the request that is shared, in real milliseconds, and when it is stopped. */
const SLOW = 500;
const STOPPED_AFTER = 150;

let connected: ConnectedPortal;
beforeEach(async () => (connected = await connectPortal()));
afterEach(async () => {
	expect(connected.portal.contractViolations).toEqual([]);
	await connected.close();
});

const wait = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each([
	['an API key', (): Credential => ({ apiKey: API_KEY, baseUrl: connected.portal.apiUrl })],
	['OAuth2, with a token that has expired', (): Credential => connected.credential],
])('an execution that waits for what another one reads, with %s', (_name, credentialOf) => {
	/** Makes an invoice for a customer who is named by e-mail address. */
	const create = async (
		invoiceNumber: string,
		onStart?: (cancel: () => void) => void,
	): Promise<RunOutput> =>
		await connected.run({
			parameters: {
				...INVOICE,
				customerId: by('email', connected.portal.state.customers[1]?.primaryEmail ?? ''),
				invoiceNumber,
			},
			items: invoiceItems(1),
			credential: credentialOf(),
			onStart,
		});

	/** Two executions of which the first begins the slow reading, and is stopped while the second waits too. */
	async function stopTheFirst(slow: RegExp): Promise<RunOutput> {
		const { portal } = connected;
		const isUnderWay = new Promise<void>((resolve) =>
			portal.misbehave({
				kind: 'slow',
				milliseconds: SLOW,
				path: slow,
				times: 9,
				onArrival: resolve,
			}),
		);
		portal.oauth.expireAccessTokens();
		portal.requests.length = 0;
		let stop = (): void => undefined;
		const first = create('first', (cancel) => (stop = cancel));
		while (portal.requests.length === 0) await new Promise(setImmediate);
		const second = create('second');
		await isUnderWay;
		await wait(STOPPED_AFTER);
		stop();
		await first;
		return await second;
	}

	function expectOnlySecond({ items, error }: RunOutput): void {
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.invoiceNumber)).toEqual(['second']);
		const numbers = connected.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber);
		expect(numbers).toContain('second');
		expect(numbers).not.toContain('first');
	}

	it('of a list gets it although that one is stopped', async () => {
		expectOnlySecond(await stopTheFirst(/^\/customers$/));
	});

	it('of the newest end of a list does, too', async () => {
		await create('before');
		expectOnlySecond(await stopTheFirst(/^\/customers$/));
	});

	it('of a single object that is read again does, too', async () => {
		await create('before');
		// Slow enough for the second to begin before the single object is read.
		connected.portal.misbehave({ kind: 'slow', milliseconds: SLOW, path: /^\/customers$/ });
		expectOnlySecond(await stopTheFirst(/^\/customers\//));
	});
});
