import type { INodeParameters } from 'n8n-workflow';
import { byId, CUSTOMER_ID, INVOICE, itemWithFile, pdf, usePortal } from './portalFixture';

const fixture = usePortal();

const LINES = {
	line: [
		{ description: 'Website', amountExclVat: '100', vatRate: 21 },
		{ description: 'Boek', amountExclVat: '10,50', vatRate: 9 },
	],
};
const SENT_LINES = [
	{ description: 'Website', amountExclVat: '100.00', vatRate: 21 },
	{ description: 'Boek', amountExclVat: '10.50', vatRate: 9 },
];

const OFFER: INodeParameters = {
	resource: 'offer',
	operation: 'create',
	customerId: byId(CUSTOMER_ID),
	offerNumber: 'O-1',
	issuedAt: '2026-11-21',
	expiresAt: '21-12-2026',
	amount: '€ 1.234,56',
};

async function createInvoice(): Promise<string> {
	const { items } = await fixture.run({
		parameters: { ...INVOICE, invoiceNumber: '2026-001' },
		items: [itemWithFile(pdf('the invoice'), { fileName: 'factuur 1.pdf' })],
	});
	fixture.portal.requests.length = 0;
	return items[0]?.json.id as string;
}

async function createOffer(): Promise<string> {
	const { items } = await fixture.run({ parameters: OFFER, items: [itemWithFile(pdf())] });
	fixture.portal.requests.length = 0;
	return items[0]?.json.id as string;
}

/** Method, path and body of the only request that the portal got. */
function onlyRequest() {
	expect(fixture.portal.requests).toHaveLength(1);
	const { method, path, body, query } = fixture.portal.requests[0] ?? {};
	return { method, path, body, query };
}

describe('Invoice', () => {
	it('Create sends the fields and the PDF', async () => {
		const bytes = pdf('ünïcode'.repeat(1000));
		const { items } = await fixture.run({
			parameters: {
				...INVOICE,
				invoiceNumber: 2026001,
				issuedAt: '={{ DateTime.fromISO("2026-06-30T22:30:00Z") }}',
				amount: '={{ 0.1 + 0.2 }}',
				additionalFields: {
					dueAt: '31-12-2026',
					paidAt: '2026-07-01T10:00:00Z',
					sendNotification: true,
				},
			},
			items: [itemWithFile(bytes, { fileName: 'factuur 2026-001 é.pdf' })],
		});
		expect(onlyRequest()).toEqual({
			method: 'POST',
			path: '/customer-invoices',
			query: {},
			body: {
				customerId: CUSTOMER_ID,
				invoiceNumber: '2026001',
				issuedAt: '2026-07-01',
				amount: '0.30',
				dueAt: '2026-12-31',
				paidAt: '2026-07-01 12:00:00',
				sendNotification: 'true',
			},
		});
		const [request] = fixture.portal.requests;
		expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/);
		expect(request?.headers.authorization).toBe('Bearer sandbox-key');
		expect(request?.files).toMatchObject([
			{ field: 'pdf', fileName: 'factuur 2026-001 é.pdf', mimeType: 'application/pdf' },
		]);
		expect(fixture.portal.state.invoices[0]?.pdf.bytes.equals(bytes)).toBe(true);
		expect(items).toMatchObject([
			{ json: { id: expect.stringMatching(/^inv_/), amount: '0.30' }, pairedItem: { item: 0 } },
		]);
	});

	it('Create leaves out what is empty', async () => {
		await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: '1', additionalFields: { dueAt: '', paidAt: '' } },
			items: [itemWithFile(pdf())],
		});
		expect(Object.keys(onlyRequest().body as object)).toEqual([
			'customerId',
			'invoiceNumber',
			'issuedAt',
			'amount',
		]);
	});

	it.each([
		['fields', { specifyLines: 'fields', lines: LINES }],
		['JSON', { specifyLines: 'json', linesJson: JSON.stringify(LINES.line) }],
	])('Create From Lines sends lines given as %s', async (_name, lines) => {
		const { items } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'createManual',
				customerId: byId(CUSTOMER_ID),
				invoiceNumber: '2026-001',
				issuedAt: '2026-11-21',
				...lines,
				additionalFields: { sendNotification: false },
			},
		});
		expect(onlyRequest()).toMatchObject({
			method: 'POST',
			path: '/customer-invoices/manual',
			body: { issuedAt: '2026-11-21', lines: SENT_LINES, sendNotification: false },
		});
		expect(items[0]?.json.amount).toBe('132.45');
	});

	it('Get reads one invoice', async () => {
		const id = await createInvoice();
		const { items } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'get', invoiceId: byId(id) },
		});
		expect(onlyRequest()).toMatchObject({ method: 'GET', path: `/customer-invoices/${id}` });
		expect(items).toMatchObject([{ json: { id, invoiceNumber: '2026-001' } }]);
	});

	it('Get Many reads pages until the limit, or all of them', async () => {
		const create = { ...INVOICE, operation: 'createManual', lines: LINES };
		const numbers = Array.from({ length: 33 }, (_, index) => ({
			json: { number: `2026-${index}` },
		}));
		await fixture.run({ parameters: create, items: numbers });

		fixture.portal.requests.length = 0;
		const getAll = { resource: 'invoice', operation: 'getAll' };
		const some = await fixture.run({ parameters: { ...getAll, limit: 20 } });
		expect(some.items).toHaveLength(20);
		expect(fixture.portal.requests.map(({ query }) => query.page)).toEqual([undefined, '2']);

		fixture.portal.requests.length = 0;
		const all = await fixture.run({
			parameters: { ...getAll, returnAll: true },
			items: [{ json: {} }, { json: {} }],
		});
		expect(all.items).toHaveLength(66);
		expect(new Set(all.items.map(({ json }) => json.id)).size).toBe(33);
		expect(all.items.map(({ pairedItem }) => pairedItem)).toEqual([
			...Array<unknown>(33).fill({ item: 0 }),
			...Array<unknown>(33).fill({ item: 1 }),
		]);
		expect(fixture.portal.requests).toHaveLength(6);
	});

	it.each([0, -1, 2.5, 'many', null])('Get Many refuses %p for Limit', async (limit) => {
		const { error } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'getAll',
				limit: `={{ ${JSON.stringify(limit)} }}`,
			},
		});
		expect(error?.message).toMatch(/^Limit is not a whole number above zero: /);
		expect(fixture.portal.requests).toEqual([]);
	});

	it('Get Many of an empty portal gives no items', async () => {
		const { items, error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'getAll' },
		});
		expect({ items, error }).toEqual({ items: [], error: undefined });
	});

	it('Mark as Paid sends the moment', async () => {
		const id = await createInvoice();
		const { items } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'markPaid',
				invoiceId: byId(id),
				paidAt: '31-12-2026 14:30',
			},
		});
		expect(onlyRequest()).toMatchObject({
			method: 'PATCH',
			path: `/customer-invoices/${id}`,
			body: { paidAt: '2026-12-31 14:30:00' },
		});
		expect(items[0]?.json.paidAt).toBe('2026-12-31T14:30:00+01:00');
	});

	it('Mark as Paid takes now when nothing is said', async () => {
		const id = await createInvoice();
		const { items, error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'markPaid', invoiceId: byId(id) },
		});
		expect(error).toBeUndefined();
		expect(Date.now() - Date.parse(items[0]?.json.paidAt as string)).toBeLessThan(60_000);
	});

	it('Download PDF gives the file with its name', async () => {
		const id = await createInvoice();
		const { items } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'downloadPdf',
				invoiceId: byId(id),
				binaryPropertyName: 'factuur',
			},
		});
		const file = items[0]?.binary?.factuur;
		expect(Buffer.from(file?.data ?? '', 'base64').equals(pdf('the invoice'))).toBe(true);
		expect(file).toMatchObject({ fileName: 'factuur 1.pdf', mimeType: 'application/pdf' });
		expect(items).toMatchObject([{ json: { fileName: 'factuur 1.pdf' }, pairedItem: { item: 0 } }]);
	});
});

describe('Offer', () => {
	it('Create sends the fields and the PDF', async () => {
		const { items } = await fixture.run({
			parameters: {
				...OFFER,
				additionalFields: {
					sendNotification: true,
					acceptedAt: '2026-11-22 09:00',
					acceptedViaIp: '203.0.113.7',
					acceptedViaUserAgent: 'Mozilla/5.0',
					rejectedAt: '',
				},
			},
			items: [itemWithFile(pdf())],
		});
		expect(onlyRequest()).toMatchObject({
			method: 'POST',
			path: '/customer-offers',
			body: {
				customerId: CUSTOMER_ID,
				offerNumber: 'O-1',
				issuedAt: '2026-11-21',
				expiresAt: '2026-12-21',
				amount: '1234.56',
				sendNotification: 'true',
				acceptedAt: '2026-11-22 09:00:00',
				acceptedViaIp: '203.0.113.7',
				acceptedViaUserAgent: 'Mozilla/5.0',
			},
		});
		expect(items[0]?.json.id).toMatch(/^off_/);
	});

	it('Create From Lines sends the lines', async () => {
		await fixture.run({ parameters: { ...OFFER, operation: 'createManual', lines: LINES } });
		expect(onlyRequest()).toMatchObject({
			path: '/customer-offers/manual',
			body: { offerNumber: 'O-1', expiresAt: '2026-12-21', lines: SENT_LINES },
		});
	});

	it('Get and Get Many simplify unless told otherwise', async () => {
		const id = await createOffer();
		const get = { resource: 'offer', operation: 'get', offerId: byId(id) };
		const [simple] = (await fixture.run({ parameters: get })).items;
		const [raw] = (await fixture.run({ parameters: { ...get, simplify: false } })).items;
		const [listed] = (
			await fixture.run({ parameters: { resource: 'offer', operation: 'getAll', returnAll: true } })
		).items;
		expect(Object.keys(simple?.json ?? {})).toHaveLength(10);
		expect(simple?.json).toMatchObject({ id, amount: '1234.56' });
		expect(raw?.json).toMatchObject({ ...simple?.json, acceptanceSignature: null });
		expect(listed?.json).toEqual(simple?.json);
	});

	it('Accept sends who accepted it and when', async () => {
		const id = await createOffer();
		const { items } = await fixture.run({
			parameters: {
				resource: 'offer',
				operation: 'accept',
				offerId: byId(id),
				acceptedAt: '2026-11-22T08:00:00Z',
				additionalFields: { acceptedViaIp: '203.0.113.7', acceptedViaUserAgent: 'Mozilla/5.0' },
			},
		});
		expect(onlyRequest()).toMatchObject({
			method: 'PATCH',
			path: `/customer-offers/${id}`,
			body: {
				acceptedAt: '2026-11-22 09:00:00',
				acceptedViaIp: '203.0.113.7',
				acceptedViaUserAgent: 'Mozilla/5.0',
			},
		});
		expect(items[0]?.json.acceptedAt).toBe('2026-11-22T09:00:00+01:00');
	});

	it('Reject sends when it was rejected', async () => {
		const id = await createOffer();
		await fixture.run({
			parameters: {
				resource: 'offer',
				operation: 'reject',
				offerId: byId(id),
				rejectedAt: '2026-11-22 09:00',
			},
		});
		expect(onlyRequest()).toMatchObject({ body: { rejectedAt: '2026-11-22 09:00:00' } });
	});
});
