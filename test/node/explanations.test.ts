import './fastClock';
import { runNode } from './engine';
import { byId, INVOICE, invoiceItems, usePortal } from './portalFixture';

const fixture = usePortal({
	keys: [
		{ token: 'sandbox-key', scopes: ['customers.read', 'invoices.read', 'offers.read'] },
		{ token: 'revoked-key', scopes: [], revoked: true },
	],
	invoicesPerMonth: 2,
});

const GET = { resource: 'invoice', operation: 'get', invoiceId: byId('inv_unknown') };

it('401 names the credential', async () => {
	for (const apiKey of ['wrong-key', 'revoked-key']) {
		const { error } = await fixture.run({ parameters: GET, apiKey });
		expect(error?.message).toBe('Unauthenticated. [item 0]');
		expect(error?.description).toBe(
			'Check API Key in the credential "Test portal": it may be mistyped, removed, or meant for another portal. Make a new one in MijnKlantportaal under Settings > API Keys.',
		);
	}
	expect(fixture.portal.requests).toHaveLength(2);
});

it('403 names the scope', async () => {
	const { error } = await fixture.run({
		parameters: { resource: 'offer', operation: 'accept', offerId: byId('off_unknown') },
	});
	expect(error?.message).toBe('Invalid scope(s) provided. [item 0]');
	expect(error?.description).toContain('most likely lacks the scope offers.write');
});

it('404 names what was looked for', async () => {
	const { error } = await fixture.run({ parameters: GET });
	expect(error?.description).toContain('Looked for /customer-invoices/inv_unknown.');
	expect(error?.description).toContain('in the portal of the credential "Test portal"');
});

it('422 gives the sentence of the API', async () => {
	const { error } = await fixture.run({
		parameters: { ...INVOICE, customerId: byId('cst_unknown') },
		items: invoiceItems(1),
	});
	expect(error?.message).toMatch(/customerId/);
	expect(error?.description).toContain('Nothing was changed in the portal.');
});

it('426 tells of the licence, and what was created before it', async () => {
	const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(4) });
	expect(fixture.portal.state.invoices).toHaveLength(2);
	expect(error?.description).toContain('The licence of the portal has reached its limit');
	expect(error?.description).toContain('2 of 4 items were carried out');
});

it.each([
	['html', { kind: 'html' }, 'a web page where data was expected'],
	['text', { kind: 'brokenJson' }, 'text that cannot be read where data was expected'],
	['nothing', { kind: 'empty' }, 'nothing where data was expected'],
	[
		'no list',
		{ kind: 'status', status: 200, body: { hello: 1 } },
		'without a list where one was expected',
	],
] as const)(
	'an answer with %s is told in a sentence',
	async (_name, misbehaviour, sentence) => {
		fixture.portal.misbehave({ times: 9, ...misbehaviour });
		const { error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'getAll', returnAll: true },
		});
		expect(error?.message).toContain(sentence);
	},
	30_000,
);

it.each([409, 413, 418])('status %d without a sentence is told, too', async (status) => {
	fixture.portal.misbehave({ kind: 'status', status });
	const { error } = await fixture.run({ parameters: GET });
	expect(error?.message.length).toBeGreaterThan(20);
	expect(error?.description?.length).toBeGreaterThan(20);
});

it('the token stands in no message and no record', async () => {
	const credential = { apiKey: 'a-very-secret-token-1234567890', baseUrl: fixture.portal.apiUrl };
	for (const baseUrl of [
		credential.baseUrl,
		'http://127.0.0.1:9/v1',
		'http://nowhere.invalid/v1',
	]) {
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			fixture.portal.misbehave({ kind: 'dropRequest' });
			const { record } = await runNode({
				parameters: INVOICE,
				items: invoiceItems(1),
				credential: { ...credential, baseUrl },
				settings: { onError },
			});
			expect(record).not.toContain(credential.apiKey);
			expect(record).not.toContain('Bearer');
		}
	}
}, 120_000);
