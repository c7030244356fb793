import './fastClock';
import { runNode } from './engine';
import { byId, INVOICE, invoiceItems, usePortal } from './portalFixture';

const SECRET = 'a-very-secret-token-1234567890';

const fixture = usePortal({
	keys: [
		{ token: SECRET, scopes: ['customers.read', 'invoices.read'] },
		{ token: 'sandbox-key', scopes: ['customers.read', 'invoices.read', 'offers.read'] },
		{ token: 'revoked-key', scopes: [], revoked: true },
	],
	invoicesPerMonth: 2,
});

const GET = { resource: 'invoice', operation: 'get', invoiceId: byId('inv_unknown') };

it('401 names the credential', async () => {
	for (const apiKey of ['wrong-key', 'revoked-key']) {
		const { error } = await fixture.run({ parameters: GET, apiKey });
		expect(error?.message).toBe('The API key is not accepted (Unauthenticated) [item 0]');
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
	expect(error?.message).toBe('Invalid scope(s) provided [item 0]');
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
	expect(error?.description).toContain('This request changed nothing in the portal.');
});

it('426 tells of the license, and what was created before it', async () => {
	const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(4) });
	expect(fixture.portal.state.invoices).toHaveLength(2);
	expect(error?.description).toContain('The license of the portal has reached its limit');
	expect(error?.description).toContain(
		'2 of 4 invoices are in the portal; do not send them again.',
	);
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

it.each([
	[
		409,
		'The invoice is not in a state that allows this',
		'Look at the invoice in the portal: the change may have been made before.',
	],
	[
		413,
		'The file is larger than the API takes',
		'Use a smaller file, for example a PDF with compressed images.',
	],
	[
		418,
		'The API refused the request with status 418',
		'Check the values of this item and the credential "Test portal".',
	],
])('status %d without a sentence is told, too', async (status, message, description) => {
	fixture.portal.misbehave({ kind: 'status', status, body: {} });
	const { error } = await fixture.run({ parameters: GET });
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toBe(description);
});

const MODES = ['stopWorkflow', 'continueRegularOutput'] as const;

describe.each(MODES)('the token stands in no message and no record (%s)', (onError) => {
	const recordOf = async (baseUrl: string): Promise<string> => {
		const { record } = await runNode({
			parameters: INVOICE,
			items: invoiceItems(1),
			credential: { apiKey: SECRET, baseUrl },
			settings: { onError },
		});
		expect(record).not.toContain(SECRET);
		expect(record).not.toContain('Bearer');
		return record;
	};

	it.each([
		[
			'the connection breaks off',
			{ kind: 'dropRequest', times: 99 },
			'The connection to the API ended before an answer came',
		],
		[
			'the answer repeats it',
			{ kind: 'status', status: 401, body: { message: `No such key: ${SECRET}` } },
			'No such key: ***',
		],
	] as const)('when %s', async (_name, misbehaviour, words) => {
		fixture.portal.misbehave(misbehaviour);
		expect(await recordOf(fixture.portal.apiUrl)).toContain(words);
	});

	it.each([
		['nobody listens', 'http://127.0.0.1:9/v1', 'No connection to 127.0.0.1:9'],
		['there is no such host', 'https://nowhere.invalid/v1', 'No connection to nowhere.invalid'],
		['the address is refused', 'http://nowhere.invalid/v1', 'Base URL begins with http://'],
	])('when %s', async (_name, baseUrl, words) => {
		expect(await recordOf(baseUrl)).toContain(words);
	});
});
