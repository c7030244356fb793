import fc from 'fast-check';
import {
	byId,
	CUSTOMER_ID,
	INVOICE,
	itemWithFile,
	LINES,
	onlyRequest,
	pdf,
	SENT_LINES,
	usePortal,
} from '../portalFixture';

const fixture = usePortal();

async function createInvoice(): Promise<string> {
	const { items } = await fixture.run({
		parameters: { ...INVOICE, invoiceNumber: '2026-001' },
		items: [itemWithFile(pdf('the invoice'), { fileName: 'factuur 1.pdf' })],
	});
	fixture.portal.requests.length = 0;
	return items[0]?.json.id as string;
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
				},
				sendNotification: true,
			},
			items: [itemWithFile(bytes, { fileName: 'factuur 2026-001 é.pdf' })],
		});
		expect(onlyRequest(fixture)).toEqual({
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
		expect(Object.keys(onlyRequest(fixture).body as object)).toEqual([
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
				sendNotification: false,
			},
		});
		expect(onlyRequest(fixture)).toMatchObject({
			method: 'POST',
			path: '/customer-invoices/manual',
			body: { issuedAt: '2026-11-21', lines: SENT_LINES, sendNotification: false },
		});
		expect(items[0]?.json.amount).toBe('132.45');
	});

	it('Create From Lines takes quantities and amounts including VAT', async () => {
		const { items } = await fixture.run({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				invoiceNumber: '2026-001',
				lineAmounts: 'inclVat',
				lines: {
					line: [
						{
							description: 'Boek',
							amountInclVat: '€ 10,90',
							vatRate: '={{ 0.09 }}',
							quantity: '3',
						},
						{ description: 'Verzending', amountInclVat: '={{ 6.95 }}', vatRate: 21 },
					],
				},
			},
		});
		expect(onlyRequest(fixture).body).toEqual({
			customerId: CUSTOMER_ID,
			invoiceNumber: '2026-001',
			issuedAt: '2026-11-21',
			lines: [
				{ description: 'Boek', amountExclVat: '30.00', vatRate: 9 },
				{ description: 'Verzending', amountExclVat: '5.74', vatRate: 21 },
			],
		});
		expect(items[0]?.json).toMatchObject({
			amount: '39.65',
			totalInclVatGiven: '39.65',
			totalInclVatReached: '39.65',
		});
	});

	it.each([
		[
			'undefined',
			'Specify Lines is empty',
			'Fill it in, or check the expression that should fill it.',
		],
		...['JSON', 'Rows'].map((how) => [
			`"${how}"`,
			`Specify Lines is not one of the possible values: "${how}"`,
			'Use fields, rows or json.',
		]),
	])(
		'Create From Lines refuses %s in Specify Lines before anything is sent',
		async (how, ...told) => {
			const { error } = await fixture.run({
				parameters: {
					...INVOICE,
					operation: 'createManual',
					specifyLines: `={{ $json.number === 1 ? "fields" : ${how} }}`,
					lines: LINES,
				},
				items: [{ json: { number: 1 } }, { json: { number: 2 } }],
			});
			expect([error?.message, error?.description]).toEqual([
				`${told[0]} [item 1]`,
				`${told[1]} Nothing was sent.`,
			]);
			expect(fixture.portal.requests).toEqual([]);
		},
	);

	it('Create From Lines refuses an empty choice of Line Amounts', async () => {
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				invoiceNumber: '1',
				specifyLines: 'json',
				lineAmounts: '={{ undefined }}',
				linesJson: JSON.stringify(LINES.line),
			},
		});
		expect(error?.message).toBe('Line Amounts is empty [item 0]');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('Create From Lines takes choices with white space around, as they come from a cell', async () => {
		await fixture.run({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				invoiceNumber: '1',
				specifyLines: '={{ "json " }}',
				lineAmounts: '={{ " inclVat" }}',
				linesJson: [{ description: 'Boek', amountInclVat: '10,90', vatRate: 9 }],
			},
		});
		expect(onlyRequest(fixture).body).toMatchObject({
			lines: [{ description: 'Boek', amountExclVat: '10.00', vatRate: 9 }],
		});
	});

	it('Create From Lines reaches the total that was given wherever whole cents allow it', async () => {
		const lines = fc.array(
			fc.record({
				description: fc.constant('Line'),
				amountInclVat: fc.integer({ min: -500, max: 20_000 }).map((cents) => cents / 100),
				quantity: fc.constantFrom(1, 2, '0,5', 3),
				vatRate: fc.constantFrom(0, 9, 21),
			}),
			{ minLength: 1, maxLength: 6 },
		);
		const invoices = fc.sample(lines, 60);
		const { items } = await fixture.run({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				specifyLines: 'json',
				lineAmounts: 'inclVat',
				linesJson: '={{ $json.lines }}',
			},
			items: invoices.map((given, index) => ({ json: { number: index + 1, lines: given } })),
		});
		expect(items).toHaveLength(invoices.length);
		for (const { json } of items) {
			const { amount, totalInclVatGiven: given, totalInclVatReached: reached } = json;
			expect(amount).toBe(reached);
			// That no rounding of the lines comes nearer is tested where it is worked out.
			expect(Math.abs(Number(given) - Number(reached))).toBeLessThan(0.011);
		}
		const [exact] = items.filter(({ json }) => json.totalInclVatGiven === json.totalInclVatReached);
		expect(exact).toBeDefined();
	});

	it('Get reads one invoice', async () => {
		const id = await createInvoice();
		const { items } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'get', invoiceId: byId(id) },
		});
		expect(onlyRequest(fixture)).toMatchObject({ method: 'GET', path: `/customer-invoices/${id}` });
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
		// Three pages for each item, and the first once more, to see whether something was removed.
		expect(fixture.portal.requests).toHaveLength(8);
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
		expect(onlyRequest(fixture)).toMatchObject({
			method: 'PATCH',
			path: `/customer-invoices/${id}`,
			body: { paidAt: '2026-12-31 14:30:00' },
		});
		expect(items[0]?.json.paidAt).toBe('2026-12-31T14:30:00+01:00');
	});

	it('Mark as Paid takes now when nothing is said', async () => {
		const id = await createInvoice();
		const before = Date.now();
		const { items, error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'markPaid', invoiceId: byId(id) },
		});
		expect(error).toBeUndefined();
		const paidAt = Date.parse(items[0]?.json.paidAt as string);
		// The API knows whole seconds.
		expect(paidAt).toBeGreaterThan(before - 1000);
		expect(paidAt).toBeLessThanOrEqual(Date.now());
	});

	it.each([
		['={{ undefined }}', 'is empty', 'Fill it in, or check the expression that should fill it.'],
		['={{ {} }}', 'is not text: {}', 'Use text, or map one field of the input.'],
	])('Download PDF refuses to put the file in %s', async (binaryPropertyName, finding, remedy) => {
		const { error } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'downloadPdf',
				invoiceId: byId('inv_1'),
				binaryPropertyName,
			},
		});
		expect(error?.message).toBe(`Put Output File in Field ${finding} [item 0]`);
		expect(error?.description).toBe(`${remedy} Nothing was sent.`);
		expect(fixture.portal.requests).toEqual([]);
	});

	it('Download PDF puts the file in a field whose name is a number', async () => {
		const { items } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'downloadPdf',
				invoiceId: byId(await createInvoice()),
				binaryPropertyName: '={{ 2026 }}',
			},
		});
		expect(Object.keys(items[0]?.binary ?? {})).toEqual(['2026']);
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
