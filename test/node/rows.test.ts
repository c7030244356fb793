import './fastClock';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { byId, CUSTOMER_ID, trace, usePortal } from './portalFixture';

const fixture = usePortal();
const CREATE = /^\/customer-invoices\/manual$/;
/** Another customer, whom the tests know before the portal is there. */
const OTHER_ID = 'cst_other00000000001';
const REFUSE = {
	kind: 'status',
	status: 422,
	body: { message: 'The number is not allowed.' },
} as const;

/** Rows of a spreadsheet become invoices. */
const ROWS: INodeParameters = {
	resource: 'invoice',
	operation: 'createManual',
	customerId: byId('={{ $json.customer }}'),
	invoiceNumber: '={{ $json.number }}',
	issuedAt: '={{ $json.date }}',
	specifyLines: 'rows',
	lines: {
		line: [
			{
				description: '={{ $json.what }}',
				quantity: '={{ $json.quantity }}',
				amountExclVat: '={{ $json.price }}',
				vatRate: '={{ $json.vat }}',
			},
		],
	},
};

beforeEach(() => {
	const [, other] = fixture.portal.state.customers;
	if (other) other.id = OTHER_ID;
});

/** A row of a spreadsheet. */
function row(number: unknown, what: string, others: IDataObject = {}): INodeExecutionData {
	const json = { customer: CUSTOMER_ID, date: '2026-11-01', price: '10', vat: 21, ...others };
	return { json: { number: number as string, what, ...json } };
}

/** Number, and descriptions of the lines, of every invoice of the portal. */
function made(): string[] {
	return fixture.portal.state.invoices.map(
		({ invoiceNumber, lines }) =>
			`${invoiceNumber}: ${lines.map(({ description }) => description).join(' ')}`,
	);
}

describe('rows with the same number', () => {
	it('become one invoice, in the order in which they first appear', async () => {
		const { items, error } = await fixture.run({
			parameters: ROWS,
			items: [
				row('2', 'a'),
				row('1', 'b', { customer: OTHER_ID, date: '2026-11-02' }),
				row('2', 'c', { price: '0,50', quantity: 3, vat: 0.09 }),
				row(2, 'd'),
				row('1', 'e', { customer: OTHER_ID, date: '2-11-2026' }),
			],
		});
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { invoiceNumber: '2', customerId: CUSTOMER_ID, issuedAt: '2026-11-01' },
				pairedItem: [{ item: 0 }, { item: 2 }, { item: 3 }],
			},
			{
				json: { invoiceNumber: '1', customerId: OTHER_ID, issuedAt: '2026-11-02' },
				pairedItem: [{ item: 1 }, { item: 4 }],
			},
		]);
		expect(items).toHaveLength(2);
		expect(fixture.portal.requests.map(({ body }) => body)).toContainEqual({
			customerId: CUSTOMER_ID,
			invoiceNumber: '2',
			issuedAt: '2026-11-01',
			lines: [
				{ description: 'a', amountExclVat: '10.00', vatRate: 21 },
				{ description: 'c', amountExclVat: '1.50', vatRate: 9 },
				{ description: 'd', amountExclVat: '10.00', vatRate: 21 },
			],
		});
		expect(made().sort()).toEqual(['1: b e', '2: a c d']);
	});

	it('become one offer, too', async () => {
		const { items, error } = await fixture.run({
			parameters: {
				...ROWS,
				resource: 'offer',
				offerNumber: '={{ $json.number }}',
				expiresAt: '2026-12-01',
			},
			items: [row('O-1', 'a'), row('O-1', 'b'), row('O-2', 'c')],
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.offerNumber, pairedItem])).toEqual([
			['O-1', [{ item: 0 }, { item: 1 }]],
			['O-2', { item: 2 }],
		]);
	});

	it('have their amounts including VAT worked out together', async () => {
		const { items } = await fixture.run({
			parameters: {
				...ROWS,
				lineAmounts: 'inclVat',
				lines: { line: [{ description: 'a', amountInclVat: '10', vatRate: 21 }] },
			},
			items: [row('1', 'a'), row('1', 'a')],
		});
		expect(items.map(({ json }) => json)).toMatchObject([
			{ amount: '20.00', totalInclVatGiven: '20.00', totalInclVatReached: '20.00' },
		]);
	});

	it('may each add several lines', async () => {
		const line = { description: '={{ $json.what }}', amountExclVat: '1', vatRate: 0 };
		const { items } = await fixture.run({
			parameters: { ...ROWS, lines: { line: [line, { ...line, description: 'Shipping' }] } },
			items: [row('1', 'a'), row('1', 'b')],
		});
		expect(items).toHaveLength(1);
		expect(made()).toEqual(['1: a Shipping b Shipping']);
	});

	it('may be 5,000', async () => {
		const line = { description: 'Line', amountExclVat: '0.01', vatRate: 0 };
		const fixed = { customerId: byId(CUSTOMER_ID), invoiceNumber: '1', issuedAt: '2026-11-01' };
		const { items, error } = await fixture.run({
			parameters: { ...ROWS, ...fixed, lines: { line: [line] } },
			items: Array.from({ length: 5000 }, () => ({ json: {} })),
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0]?.json.amount).toBe('50.00');
		expect(items[0]?.pairedItem).toHaveLength(5000);
		expect(fixture.portal.state.invoices[0]?.lines).toHaveLength(5000);
	}, 240_000);

	it('are found by the e-mail address of their customer', async () => {
		const email = fixture.portal.state.customers[0]?.primaryEmail ?? '';
		const { items, error } = await fixture.run({
			parameters: {
				...ROWS,
				customerId: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
			},
			items: [row('1', 'a', { email }), row('1', 'b', { email: ` ${email.toUpperCase()} ` })],
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.customerId)).toEqual([
			fixture.portal.state.customers[0]?.id,
		]);
	});

	it('are one invoice that exists already, or is refused', async () => {
		const items = [row('1', 'a'), row('1', 'b'), row('2', 'c')];
		const first = await fixture.run({ parameters: ROWS, items: items.slice(0, 2) });
		const { items: again, error } = await fixture.run({
			parameters: { ...ROWS, ifExists: 'useExisting' },
			items,
		});
		expect(error).toBeUndefined();
		expect(again).toMatchObject([
			{
				json: { id: first.items[0]?.json.id, alreadyExisted: true },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
			{ json: { invoiceNumber: '2', alreadyExisted: false }, pairedItem: { item: 2 } },
		]);
		expect(made()).toEqual(['1: a b', '2: c']);
		const refused = await fixture.run({ parameters: { ...ROWS, ifExists: 'refuse' }, items });
		expect(refused.error?.message).toMatch(/^Invoice Number "1" exists already, as inv_/);
		expect(made()).toHaveLength(2);
	});

	it('are one new invoice where what exists is refused or used', async () => {
		for (const ifExists of ['refuse', 'useExisting']) {
			const { items, error } = await fixture.run({
				parameters: { ...ROWS, ifExists },
				items: [row(ifExists, 'a'), row(ifExists, 'b')],
			});
			expect(error).toBeUndefined();
			expect(items).toMatchObject([{ json: { alreadyExisted: false } }]);
		}
		expect(made()).toEqual(['refuse: a b', 'useExisting: a b']);
	});

	it.each(['refuse', 'useExisting'])(
		'and an item with lines of its own and that number are seen before anything is sent, with %s',
		async (ifExists) => {
			const item = (specifyLines: string, date: string): INodeExecutionData => {
				const given = row('1', specifyLines, { specifyLines });
				return { json: { ...given.json, date } };
			};
			const { error } = await fixture.run({
				parameters: { ...ROWS, ifExists, specifyLines: '={{ $json.specifyLines }}' },
				items: [item('fields', '2026-11-01'), item('rows', '2026-11-02')],
			});
			expect(error?.message).toMatch(
				ifExists === 'refuse'
					? /^Invoice Number "1" exists already, in item 0 of this run/
					: /^Invoice Number "1" is in item 0 of this run already, with other values: Invoice Date/,
			);
			expect(made()).toEqual([]);
		},
	);

	it('are finished by a retry, those that exist and those that lack', async () => {
		const items = [row('1', 'a'), row('2', 'b'), row('1', 'c'), row('2', 'd')];
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 1, ...REFUSE });
		const first = await fixture.run({ parameters: ROWS, items });
		expect(first.error).toBeDefined();
		expect(made()).toEqual(['1: a c']);
		const second = await fixture.run({ parameters: ROWS, items, mode: 'retry' });
		expect(second.error).toBeUndefined();
		expect(second.items.map(({ json }) => json.alreadyExisted)).toEqual([true, false]);
		expect(made()).toEqual(['1: a c', '2: b d']);
	});

	it('are one row with Execute Once', async () => {
		const { items } = await fixture.run({
			parameters: ROWS,
			items: [row('1', 'a'), row('1', 'b')],
			settings: { executeOnce: true },
		});
		expect(items).toMatchObject([{ pairedItem: { item: 0 } }]);
		expect(made()).toEqual(['1: a']);
	});

	it('stand beside items that are invoices of their own', async () => {
		const { items, error } = await fixture.run({
			parameters: { ...ROWS, specifyLines: '={{ $json.how ?? "rows" }}' },
			items: [row('1', 'a'), row('1', 'b', { how: 'fields' }), row('1', 'c')],
		});
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			{ item: 1 },
		]);
		expect(made().sort()).toEqual(['1: a c', '1: b']);
	});
});

describe('rows that do not go together', () => {
	it.each([
		[
			'name two customers',
			[row('1', 'a'), row('2', 'b'), row('1', 'c', { customer: OTHER_ID })],
			`The rows of invoice 1 name 2 customers: "${CUSTOMER_ID}" (item 0), "${OTHER_ID}" (item 2) [item 0]`,
			'Give each invoice a number of its own, or all of its rows the same customer. Nothing was sent.',
		],
		[
			'have different dates',
			[row('1', 'a'), row('1', 'b', { date: '2026-11-02' }), row('1', 'c')],
			'Invoice Date differs between the rows of invoice 1: "2026-11-01" (items 0 and 2), "2026-11-02" (item 1) [item 0]',
			'Give all rows of one invoice the same Invoice Date. Nothing was sent.',
		],
		[
			'write the number in two ways',
			[row('F-1', 'a'), row('f-1', 'b')],
			'Invoice Number differs between the rows of invoice F-1: "F-1" (item 0), "f-1" (item 1) [item 0]',
			'Give all rows of one invoice the same Invoice Number. Nothing was sent.',
		],
		[
			'have no number',
			[row('1', 'a'), row('', 'b')],
			'Invoice Number is empty [item 1]',
			'Fill it in, or check the expression that should fill it. Nothing was sent.',
		],
		[
			'have a date that does not exist',
			[row('1', 'a', { date: '31 februari 2026' }), row('1', 'b')],
			'Invoice Date is not an existing date: "31 februari 2026" (February 2026 has 28 days) [item 0]',
			expect.stringContaining('Nothing was sent.'),
		],
	])('and %s are refused, and nothing is sent', async (_what, items, message, description) => {
		const { error, items: output } = await fixture.run({ parameters: ROWS, items });
		expect({ message: error?.message, description: error?.description }).toEqual({
			message,
			description,
		});
		expect(output).toEqual([]);
		expect(fixture.portal.requests).toEqual([]);
	});

	it('are told with all invoices that have such rows', async () => {
		const { error } = await fixture.run({
			parameters: ROWS,
			items: ['1', '2', '1', '2', '3'].map((number, index) =>
				row(number, 'a', { date: `2026-11-0${index + 1}` }),
			),
		});
		expect(error?.message).toContain('Invoice Date differs between the rows of invoice 1');
		expect(error?.description).toContain('Invoice Date differs between the rows of invoice 2');
		expect(fixture.portal.requests).toEqual([]);
	});
});

describe('On Error: Continue', () => {
	const run = async (items: INodeExecutionData[], retry = {}) =>
		await fixture.run({
			parameters: ROWS,
			items,
			settings: { onError: 'continueErrorOutput', ...retry },
		});

	it('gives an error for each row of an invoice that failed, with the fields of the row', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, ...REFUSE });
		const { items, errorItems } = await run([
			row('1', 'a'),
			row('1', 'b'),
			row('1', 'c'),
			row('1', 'd'),
		]);
		expect(items).toEqual([]);
		expect(errorItems.map(({ json, pairedItem }) => [json.what, json.error, pairedItem])).toEqual(
			['a', 'b', 'c', 'd'].map((what, item) => [
				what,
				expect.stringMatching(new RegExp(`^The number is not allowed \\[item ${item}\\]\\.`)),
				{ item },
			]),
		);
		expect(fixture.portal.requests).toHaveLength(1);
	});

	it('keeps an invoice back of which one row is wrong, and sends the others', async () => {
		const { items, errorItems } = await run([
			row('1', 'a'),
			row('2', 'b'),
			row('1', 'c', { price: '1.234' }),
			row('2', 'd'),
			row('3', 'e', { date: '2026-11-02' }),
			row('3', 'f'),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 1 }, { item: 3 }]]);
		expect(made()).toEqual(['2: b d']);
		expect(errorItems.map(({ json }) => `${String(json.what)} ${String(json.error)}`)).toEqual([
			expect.stringMatching(
				/^a Item 2 belongs to the same invoice and cannot be sent: Lines .*1\.234" \[item 0\]\. Correct that item: an invoice is sent with all of its rows or not at all\. Nothing was sent\.$/,
			),
			expect.stringMatching(
				/^c Lines has a line 1 whose Amount Excl\. VAT can be read as .* \[item 2\]/,
			),
			expect.stringMatching(/^e Invoice Date differs between the rows of invoice 3: .* \[item 4\]/),
			expect.stringMatching(/^f Invoice Date differs between the rows of invoice 3: .* \[item 5\]/),
		]);
	});

	it('keeps an invoice back of which one item may be meant as a row', async () => {
		const { items, errorItems } = await fixture.run({
			parameters: { ...ROWS, specifyLines: '={{ $json.how ?? "rows" }}' },
			items: [row('1', 'a'), row('1', 'b', { how: 'Rows' }), row('2', 'c')],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items).toHaveLength(1);
		expect(made()).toEqual(['2: c']);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(
				/^Item 1 belongs to the same invoice and cannot be sent: Specify Lines /,
			),
			expect.stringMatching(
				/^Specify Lines is not one of the possible values: "Rows" \[item 1\]\. Use fields, rows or json\./,
			),
		]);
	});

	it('keeps back what a row without number may belong to, and nothing else', async () => {
		const { items, errorItems } = await run([
			row('1', 'a'),
			row('', 'b'),
			row('2', 'c', { customer: OTHER_ID }),
		]);
		expect(items).toHaveLength(1);
		expect(made()).toEqual(['2: c']);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			'Item 1 may belong to the same invoice and cannot be sent: Invoice Number is empty [item 0]. Correct that item: without a number it may be a row of any invoice of its customer, and an invoice is sent with all of its rows or not at all. Nothing was sent.',
			expect.stringMatching(/^Invoice Number is empty \[item 1\]/),
		]);
	});

	it('keeps everything back when a row has neither number nor customer', async () => {
		const { items, errorItems } = await run([
			row('1', 'a'),
			row('', 'b', { customer: '' }),
			row('2', 'c', { customer: OTHER_ID }),
		]);
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(3);
		expect(errorItems[2]?.json.error).toMatch(/it may be a row of any invoice, and/);
		expect(fixture.portal.requests).toEqual([]);
	});

	it.each([
		[
			'Invoice Number',
			{ invoiceNumber: '={{ $json.what === "b" ? $("Nowhere").first() : $json.number }}' },
		],
		['Invoice Date', { issuedAt: '={{ $json.what === "b" ? $("Nowhere").first() : $json.date }}' }],
		[
			'Lines',
			{
				lines: {
					line: [
						{
							description: '={{ $json.what === "b" ? $("Nowhere").first() : "a" }}',
							amountExclVat: '1',
							vatRate: 21,
						},
					],
				},
			},
		],
		[
			'Specify Lines',
			{ specifyLines: '={{ $json.what === "b" ? $("Nowhere").first() : "rows" }}' },
		],
	])('does not wait for a row in which %s cannot be evaluated', async (_name, parameters) => {
		const { items, errorItems, error } = await fixture.run({
			parameters: { ...ROWS, ...parameters },
			items: [row('1', 'a'), row('1', 'b'), row('2', 'c', { customer: OTHER_ID })],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(made()).not.toContainEqual(expect.stringMatching(/^1:/));
		// Older versions of n8n end the node with the error of such an item.
		const told = [...items, ...errorItems].filter((item) => 'error' in item.json || item.error);
		expect(told.length > 0 || error !== undefined).toBe(true);
	});

	it('sends again only the invoices that failed, with Retry On Fail', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, ...REFUSE });
		const { items, errorItems } = await run(
			[row('1', 'a'), row('1', 'b'), row('2', 'c'), row('2', 'd')],
			{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		);
		expect([items.length, errorItems.length]).toEqual([2, 0]);
		expect(made().sort()).toEqual(['1: a b', '2: c d']);
	});
});

describe('On Error: Stop Workflow', () => {
	it('tells what became of invoices, and of which rows', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 1, ...REFUSE });
		const { error, items } = await fixture.run({
			parameters: ROWS,
			items: Array.from({ length: 60 }, (_, index) =>
				row(String(Math.floor(index / 3)), String(index)),
			),
		});
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^The number is not allowed \[item \d+\]$/);
		const { invoices } = fixture.portal.state;
		expect(error?.description).toContain(`${invoices.length} of 20 invoices`);
		const first = Number(/\[item (\d+)\]/.exec(error?.message ?? '')?.[1]);
		expect(first % 3).toBe(0);
		expect(error?.description).toContain(
			`Not created: ${first / 3} (items ${first} to ${first + 2}): The number is not allowed`,
		);
		expect(error?.description).toMatch(/Not sent: .* \(items \d+ to 59\)/);
		expect(error?.description).toMatch(/In the portal: 0 \(items 0 to 2\)/);
	});

	it('sends again only what was not sent, with Retry On Fail', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 2, ...REFUSE });
		const { error, items } = await fixture.run({
			parameters: ROWS,
			items: Array.from({ length: 20 }, (_, index) => row(String(index % 5), String(index))),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.invoiceNumber)).toEqual(['0', '1', '2', '3', '4']);
		expect(made().sort()).toEqual(
			[0, 1, 2, 3, 4].map(
				(number) => `${number}: ${[0, 5, 10, 15].map((n) => n + number).join(' ')}`,
			),
		);
		expect(trace(fixture)).toHaveLength(6);
	});

	it('finds an invoice of rows whose answer got lost', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
		const { error, items } = await fixture.run({
			parameters: ROWS,
			items: [row('1', 'a'), row('1', 'b')],
		});
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { invoiceNumber: '1' } }]);
		expect(made()).toEqual(['1: a b']);
	});

	it('ends when the execution is cancelled while rows wait', async () => {
		let cancel = (): void => undefined;
		fixture.portal.misbehave({ method: 'GET', kind: 'hang', onArrival: () => cancel() });
		const { items } = await fixture.run({
			parameters: {
				...ROWS,
				customerId: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
			},
			items: [row('1', 'a', { email: 'a@x.example' }), row('1', 'b', { email: 'a@x.example' })],
			onStart: (stop) => (cancel = stop),
		});
		expect(items).toEqual([]);
		expect(trace(fixture)).toEqual(['GET /customers lost']);
	});
});
