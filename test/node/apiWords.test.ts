import './fastClock';
import { allScopes } from '../../sandbox/scopes';
import { runNode } from './engine';
import {
	byId,
	CUSTOMER_ID,
	INVOICE,
	invoiceItems,
	itemWithFile,
	pdf,
	usePortal,
} from './portalFixture';

const apiKey = 'Secret-Key-1234567890';
const fixture = usePortal({
	keys: ['', '-99999', '-1500', '-7200'].map((end) => ({
		token: `${apiKey}${end}`,
		scopes: [...allScopes],
	})),
});
const GET = { resource: 'invoice', operation: 'get', invoiceId: byId('inv_unknown') };

it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'an answer that repeats the token shows it nowhere (%s)',
	async (onError) => {
		fixture.portal.misbehave({
			kind: 'status',
			status: 400,
			body: { message: `Bad header Authorization: Bearer ${apiKey}`, trace: apiKey },
		});
		const { record } = await fixture.run({ parameters: GET, apiKey, settings: { onError } });
		expect(record.includes('Bad header Authorization: Bearer ***')).toBe(true);
		expect(record.includes(apiKey)).toBe(false);
	},
);

it('an error of 10 MB is cut to what a person reads', async () => {
	fixture.portal.misbehave({
		kind: 'status',
		status: 400,
		body: { message: `Too much\n${'of it '.repeat(1_700_000)}` },
	});
	const { error, record } = await fixture.run({ parameters: GET, apiKey });
	expect(error?.message).toMatch(/^Too much of it of it .*… \[item 0\]$/);
	expect(record.length).toBeLessThan(20_000);
});

it('sentences are closed once', async () => {
	fixture.portal.misbehave({ times: 9, kind: 'status', status: 503, body: { message: 'Down..' } });
	const { items } = await fixture.run({
		parameters: { resource: 'ticket', operation: 'reply', ticketId: byId('tic_1'), message: 'Hi' },
		apiKey,
		settings: { onError: 'continueRegularOutput' },
	});
	expect(items[0]?.json.error).toMatch(
		/^Down\. Whether the request was carried out is unknown \[item 0\]\. /,
	);
});

describe('422', () => {
	it('lists every error with the names of the canvas', async () => {
		fixture.portal.misbehave({
			kind: 'status',
			status: 422,
			body: {
				message: 'The invoice number has already been taken. (and 2 more errors)',
				errors: {
					invoiceNumber: ['The invoice number has already been taken.'],
					dueAt: ['The due at must be a date.'],
					somethingElse: ['No.'],
				},
			},
		});
		const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1), apiKey });
		expect(error?.message).toBe('The invoice number has already been taken [item 0]');
		expect(error?.description).toMatch(
			/^.*: The invoice number has already been taken\. .*: The due at must be a date\. somethingElse: No\. Correct .*, .* and somethingElse, then run this item again\./,
		);
		expect(error?.description).not.toMatch(/invoiceNumber:|dueAt:/);
	});

	it('names the line and its field', async () => {
		fixture.portal.misbehave({
			kind: 'status',
			status: 422,
			body: {
				message: 'The vatRate is invalid.',
				errors: { 'lines.1.vatRate': ['The vatRate is invalid.'] },
			},
		});
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				customerId: byId(CUSTOMER_ID),
				lines: { line: [{ description: 'A', amountExclVat: '1', vatRate: 21 }] },
			},
			items: [itemWithFile(pdf(), { json: { number: '1' } })],
			apiKey,
		});
		expect(error?.description).toContain('Correct Lines (2) > VAT Rate, then run this item again.');
	});
});

it('404 on a list tells of the address, not of an object', async () => {
	fixture.portal.misbehave({ kind: 'status', status: 404, body: {} });
	const missing = await fixture.run({
		parameters: { resource: 'invoice', operation: 'getAll' },
		apiKey,
	});
	expect(missing.error?.message).toBe('The API has nothing at /customer-invoices [item 0]');
	expect(missing.error?.description).toContain('Check Base URL in the credential "Test portal"');
});

it.each([
	['https://me:pw12345@127.0.0.1/v1', 'Base URL holds a user name or a password'],
	['http://portal.example/v1', 'Base URL begins with http://'],
	['https://127.0.0.1/v1?tenant=1', 'Base URL goes on behind its path: "?tenant=1"'],
])(
	'a credential with the base URL %s is refused before anything is sent',
	async (baseUrl, words) => {
		const { error, record } = await runNode({ parameters: GET, credential: { apiKey, baseUrl } });
		expect(error?.message).toContain(words);
		expect(record).not.toContain('pw12345');
	},
);

it.each([
	['99999', '28 hours'],
	['1500', '25 minutes'],
	['7200', '2 hours'],
])('retry-after: %s is told as it is, %s', async (seconds, duration) => {
	fixture.portal.misbehave({
		kind: 'status',
		status: 429,
		headers: { 'retry-after': seconds },
		times: 9,
	});
	// A token of its own, as the limit of the others stays closed.
	const { error } = await fixture.run({ parameters: GET, apiKey: `${apiKey}-${seconds}` });
	expect(error?.message).toContain(`The API takes no requests for ${duration}`);
	expect(fixture.portal.requests).toHaveLength(1);
});

it.each([
	' Secret-Key-1234567890 ',
	'Bearer Secret-Key-1234567890',
	'bearer  Secret-Key-1234567890',
])('an API key pasted as %j is sent without what came along', async (pasted) => {
	const { error } = await fixture.run({
		parameters: { resource: 'customer', operation: 'get', customerId: byId(CUSTOMER_ID) },
		apiKey: pasted,
	});
	expect(error).toBeUndefined();
});
