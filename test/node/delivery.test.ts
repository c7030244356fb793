import './fastClock';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runNode } from './engine';
import {
	byId,
	API_KEY,
	INVOICE,
	invoiceItems,
	itemWithFile,
	pdf,
	trace,
	usePortal,
} from './portalFixture';

const fixture = usePortal();
const CREATE = /^\/customer-invoices$/;

async function createOne() {
	return await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
}

/** Numbers of the invoices in the portal, in alphabetical order. */
function numbers(): string[] {
	return fixture.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber).sort();
}

function refuseTheList(): void {
	fixture.portal.misbehave({
		method: 'GET',
		path: CREATE,
		times: 9,
		kind: 'status',
		status: 403,
		body: { message: 'Invalid scope(s) provided.' },
	});
}

describe('after an ambiguous end of a create', () => {
	it.each([
		['the answer gets lost', { kind: 'loseAnswer' }],
		['the answer is broken JSON', { kind: 'brokenJson' }],
		['the answer is a web page', { kind: 'html' }],
		['the answer is empty', { kind: 'empty' }],
		[
			'the API answers 502 although it carried the request out',
			{ kind: 'status', status: 502, carryOut: true },
		],
	] as const)('finds the invoice when %s', async (_name, misbehaviour) => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, ...misbehaviour });
		const { items, error } = await createOne();
		expect(error).toBeUndefined();
		expect(numbers()).toEqual(['2026-0']);
		expect(items).toMatchObject([
			{ json: { id: fixture.portal.state.invoices[0]?.id }, pairedItem: { item: 0 } },
		]);
		expect(trace(fixture).map((line) => line.split(' ')[0])).toEqual(['POST', 'GET']);
	});

	it.each([
		['the request gets lost', { kind: 'dropRequest' }],
		['the API answers 503', { kind: 'status', status: 503 }],
	] as const)(
		'sends once more when %s',
		async (_name, misbehaviour) => {
			fixture.portal.misbehave({ method: 'POST', path: CREATE, ...misbehaviour });
			const { items, error } = await createOne();
			expect(error).toBeUndefined();
			expect(numbers()).toEqual(['2026-0']);
			expect(items).toHaveLength(1);
			expect(trace(fixture).map((line) => line.split(' ')[0])).toEqual([
				'POST',
				'GET',
				'GET',
				'POST',
			]);
		},
		20_000,
	);

	it('gives up after the second time, and says that nothing was made', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: CREATE,
			times: 9,
			kind: 'status',
			status: 500,
			body: { message: 'Server Error' },
		});
		const { error } = await createOne();
		expect(trace(fixture).filter((line) => line.startsWith('POST'))).toHaveLength(2);
		expect(error?.message).toBe('Server Error [item 0]');
		expect(error?.description).toContain(
			'Looked in the portal for the invoice 2026-0 of customer cst_sandbox000000001: the change was not made.',
		);
	}, 30_000);

	it('says what is unknown when the list cannot be read', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
		refuseTheList();
		const { error } = await createOne();
		expect(error?.message).toBe(
			'The connection to the API ended before an answer came. Whether the request was carried out is unknown [item 0]',
		);
		expect(error?.description).toBe(
			'Looking it up did not work either: Invalid scope(s) provided. Look in the portal for the invoice 2026-0 of customer cst_sandbox000000001 before running this item again, so that nothing is done twice.',
		);
	});

	it('names the customer to look at, where it was looked up for the item', async () => {
		const [owner] = fixture.portal.state.customers;
		fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
		refuseTheList();
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				customerId: { __rl: true, mode: 'email', value: owner?.primaryEmail ?? '' },
			},
			items: invoiceItems(1),
		});
		expect(error?.description).toContain(
			`Look in the portal for the invoice 2026-0 of customer ${owner?.companyName} (${owner?.id}) before`,
		);
	});

	it('does not take what another item of the run has made for its own', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 1, kind: 'dropRequest' });
		const { items, error } = await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: 'the same' },
			items: invoiceItems(2),
		});
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
		expect(fixture.portal.state.invoices).toHaveLength(2);
	}, 20_000);

	it('finds an invoice on a later page', async () => {
		const lines = { line: [{ description: 'Website', amountExclVat: '1', vatRate: 0 }] };
		fixture.portal.misbehave({ method: 'POST', path: /manual$/, kind: 'loseAnswer' });
		const { items, error } = await fixture.run({
			parameters: { ...INVOICE, operation: 'createManual', lines },
			items: Array.from({ length: 20 }, (_, index) => ({ json: { number: `2026-${index}` } })),
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.invoiceNumber)).toEqual(
			Array.from({ length: 20 }, (_, index) => `2026-${index}`),
		);
		expect(new Set(numbers()).size).toBe(20);
		expect(numbers()).toHaveLength(20);
	}, 20_000);

	it('reads a changed invoice back instead of changing it twice', async () => {
		const [created] = (await createOne()).items;
		fixture.portal.requests.length = 0;
		fixture.portal.misbehave({ method: 'PATCH', path: /./, kind: 'loseAnswer' });
		const { items, error } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'markPaid',
				invoiceId: byId(created?.json.id as string),
				paidAt: '2026-11-21 10:00',
			},
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json.paidAt).toBe('2026-11-21T10:00:00+01:00');
		expect(trace(fixture).map((line) => line.split(' ')[0])).toEqual(['PATCH', 'GET']);
	});
});

describe('reading', () => {
	const getAll = { resource: 'invoice', operation: 'getAll' };

	it.each([
		['a lost connection', { kind: 'dropRequest' }],
		['status 500', { kind: 'status', status: 500 }],
		['broken JSON', { kind: 'brokenJson' }],
	] as const)(
		'is tried again after %s',
		async (_name, misbehaviour) => {
			fixture.portal.misbehave({ method: 'GET', times: 2, ...misbehaviour });
			const { error } = await fixture.run({ parameters: getAll });
			expect(error).toBeUndefined();
			expect(fixture.portal.requests).toHaveLength(3);
		},
		20_000,
	);

	it('ends after three tries more', async () => {
		fixture.portal.misbehave({ method: 'GET', times: 9, kind: 'html', status: 502 });
		const { error } = await fixture.run({ parameters: getAll });
		expect(fixture.portal.requests).toHaveLength(4);
		expect(error?.message).toBe('The API answered with status 502 [item 0]');
	}, 30_000);

	it('ends when the API names the same page twice', async () => {
		fixture.portal.misbehave({
			method: 'GET',
			times: 9,
			kind: 'nextPage',
			url: `${fixture.portal.apiUrl}/customer-invoices?page=2`,
		});
		const { error } = await fixture.run({ parameters: { ...getAll, returnAll: true } });
		expect(error?.message).toContain('The API named the same page twice');
		expect(fixture.portal.requests).toHaveLength(2);
	});

	it('follows a next page with the stray comma of the documentation', async () => {
		fixture.portal.misbehave({
			method: 'GET',
			kind: 'nextPage',
			url: `${fixture.portal.apiUrl}/customer-invoices?page=2,`,
		});
		await fixture.run({ parameters: { ...getAll, returnAll: true } });
		expect(fixture.portal.requests.map(({ query }) => query)).toEqual([{}, { page: '2' }, {}]);
	});
});

describe('an address on another host never gets the token', () => {
	const seen: Array<string | undefined> = [];
	const other = createServer((request, response) => {
		seen.push(request.headers.authorization);
		response.end('{}');
	});
	let otherUrl: string;
	beforeAll(async () => {
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		otherUrl = `http://localhost:${(other.address() as AddressInfo).port}`;
	});
	afterEach(() => expect(seen).toEqual([]));
	afterAll(() => {
		other.closeAllConnections();
		other.close();
	});

	it('by a redirect', async () => {
		fixture.portal.misbehave({
			kind: 'redirect',
			location: `${otherUrl}/x`,
			status: 307,
			times: 9,
		});
		const { error } = await createOne();
		expect(error?.message).toContain('The API answered with a redirect, which was not followed');
		expect(fixture.portal.state.invoices).toEqual([]);
	});

	it('by a next page', async () => {
		fixture.portal.misbehave({
			method: 'GET',
			kind: 'nextPage',
			url: `${otherUrl}/v1/customer-invoices?page=2`,
		});
		const { error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'getAll', returnAll: true },
		});
		expect(error?.message).toContain('The API named a next page outside of 127.0.0.1');
	});

	it('by a download address, at the portal either', async () => {
		const [created] = (await createOne()).items;
		const { error } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'downloadPdf',
				invoiceId: byId(created?.json.id as string),
			},
		});
		// The portal refuses downloads that come with a token.
		expect(error).toBeUndefined();
	});
});

it('tries again when no connection comes about, and says that nothing was sent', async () => {
	const { error } = await runNode({
		parameters: INVOICE,
		items: [itemWithFile(pdf(), { json: { number: '1' } as object })],
		credential: { apiKey: API_KEY, baseUrl: 'http://127.0.0.1:9/v1' },
	});
	expect(error?.message).toBe('No connection to 127.0.0.1:9, so nothing was sent [item 0]');
	expect(error?.description).toContain('Check Base URL in the credential "Test portal"');
}, 30_000);
