import './fastClock';
import { INVOICE, invoiceItems, itemWithFile, pdf, trace, usePortal } from './portalFixture';

const fixture = usePortal();
const CREATE = /^\/customer-invoices$/;
const REFUSE = {
	kind: 'status',
	status: 422,
	body: { message: 'The amount is too high.' },
} as const;

describe('On Error: Stop Workflow', () => {
	it('sends nothing when one value among many is wrong', async () => {
		const items = invoiceItems(100);
		items[57] = { ...items[57], json: { number: '' } };
		const { error, items: output } = await fixture.run({ parameters: INVOICE, items });
		expect(fixture.portal.requests).toEqual([]);
		expect(output).toEqual([]);
		expect(error?.message).toBe('Invoice Number is empty [item 57]');
		expect(error?.context.itemIndex).toBe(57);
		expect(error?.description).toBe(
			'Fill it in, or check the expression that should fill it. Nothing was sent.',
		);
	});

	it('names all wrong values of the item, and other items that have some', async () => {
		const { error } = await fixture.run({
			parameters: { ...INVOICE, issuedAt: '={{ $json.date }}', amount: '={{ $json.amount }}' },
			items: [
				{ date: '2026-01-01', amount: 1 },
				{ date: '2025-04-31', amount: '1.234' },
				{ date: 'tomorrow', amount: 1 },
			].map((json) => itemWithFile(pdf(), { json: { ...json, number: '1' } })),
		});
		expect(fixture.portal.requests).toEqual([]);
		expect(error?.message).toBe(
			'Invoice Date is not an existing date: "2025-04-31" (April 2025 has 30 days) [item 1]',
		);
		expect(error?.description).toBe(
			'Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}. Also: Amount Incl. VAT can be read as 1234.00 or as 1.234: "1.234". Write 1234.00 or 1.2340, or pass a number. Nothing was sent. Values of other items cannot be sent either:<ul><li>item 2: Invoice Date is not a date: "tomorrow"</li></ul>',
		);
	});

	it('sends nothing when an expression of a later item fails', async () => {
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				amount: '={{ $json.number === "2026-3" ? $json.no.such.thing : 1 }}',
			},
			items: invoiceItems(5),
		});
		expect(error).toBeDefined();
		expect(fixture.portal.requests).toEqual([]);
	});

	it('does not wait for an item whose file cannot be read', async () => {
		const items = invoiceItems(3);
		items[1] = {
			json: { number: '2026-1' },
			binary: { data: { data: '', id: 'filesystem-v2:nowhere', mimeType: 'application/pdf' } },
		};
		const { error } = await fixture.run({ parameters: INVOICE, items });
		expect(error?.message).toContain('[item 1]');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('sends nothing when an expression cannot be evaluated', async () => {
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				amount: '={{ $json.number === "2026-1" ? $("Nowhere").first() : 1 }}',
			},
			items: invoiceItems(3),
		});
		expect(error?.message).toBeDefined();
		expect(fixture.portal.requests).toEqual([]);
	});

	it('stops after a refusal and tells what was created, what was not and what was not sent', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 7, ...REFUSE });
		const { error, items } = await fixture.run({ parameters: INVOICE, items: invoiceItems(100) });
		const { invoices } = fixture.portal.state;
		expect(items).toEqual([]);
		expect(invoices.length).toBeGreaterThanOrEqual(7);
		expect(invoices.length).toBeLessThan(7 + 5);
		expect(fixture.portal.requests.length).toBeLessThanOrEqual(8 + 4);
		expect(error?.message).toMatch(/^The amount is too high \[item \d+\]$/);
		const [plain = ''] = error?.messages ?? [];
		const [headline, failed, unsent, done, howToGoOn, remedy] = plain.split('\n');
		expect(headline).toBe(
			`${invoices.length} of 100 invoices are in the portal; do not send them again.`,
		);
		expect(failed).toMatch(
			/^- Not created: (2026-\d+ \(item \d+\)(, )?)+: The amount is too high$/,
		);
		expect(unsent).toMatch(/^- Not sent: 2026-\d+, .* and \d+ more \(items .*99\)$/);
		for (const { invoiceNumber } of invoices.slice(0, 10)) expect(done).toContain(invoiceNumber);
		expect(howToGoOn).toMatch(/^- n8n's Retry makes only what is missing; so does running again/);
		expect(remedy).toContain('Correct the value');
		expect(error?.description).toContain(`<ul><li>${failed?.slice(2)}</li>`);
	});

	it('finishes what is under way, also when its answer gets lost', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 1, ...REFUSE });
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 1, kind: 'loseAnswer' });
		const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(30) });
		const { invoices } = fixture.portal.state;
		for (const { invoiceNumber } of invoices) {
			expect(error?.description).toContain(`${invoiceNumber} (item `);
		}
		expect(error?.description).toContain(`${invoices.length} of 30 invoices are in the portal`);
	}, 20_000);
});

describe('On Error: Continue', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s gives one item with the reason for each that failed',
		async (onError) => {
			const items = invoiceItems(6);
			items[1] = { ...items[1], json: { number: '' } };
			items[4] = { json: { number: '2026-4' } };
			fixture.portal.misbehave({ method: 'POST', path: CREATE, ...REFUSE });
			const {
				error,
				items: output,
				errorItems,
			} = await fixture.run({
				parameters: INVOICE,
				items,
				settings: { onError },
			});
			expect(error).toBeUndefined();
			const all = [...output, ...errorItems];
			expect(all).toHaveLength(6);
			const failed = all.filter(({ json }) => 'error' in json);
			expect(failed).toHaveLength(3);
			expect(onError === 'continueErrorOutput' ? errorItems : failed).toEqual(failed);
			if (onError === 'continueErrorOutput') {
				expect(errorItems[0]?.json).toHaveProperty('number');
			}
			const byItem = new Map(
				all.map((item) => [(item.pairedItem as { item: number }).item, item.json]),
			);
			expect([...byItem.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
			expect(byItem.get(1)?.error).toBe(
				'Invoice Number is empty [item 1]. Fill it in, or check the expression that should fill it. Nothing was sent.',
			);
			expect(byItem.get(4)?.error).toMatch(
				/^Input Binary Field names no file of the item: "data" \[item 4\]\. The item has no file/,
			);
			expect(failed.map(({ json }) => json.error)).toContainEqual(
				expect.stringMatching(/^The amount is too high \[item \d\]\. Correct the value/),
			);
			expect(fixture.portal.state.invoices).toHaveLength(3);
		},
	);

	it('pairs the item of an expression that fails, too', async () => {
		const { items } = await fixture.run({
			parameters: {
				...INVOICE,
				amount: '={{ $json.number === "2026-1" ? $json.no.such.thing : 1 }}',
			},
			items: invoiceItems(3),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(fixture.portal.state.invoices).toHaveLength(2);
	});
});

describe('Retry On Fail', () => {
	it('does not create again what a former try created', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, skip: 3, ...REFUSE });
		const { error, items } = await fixture.run({
			parameters: INVOICE,
			items: invoiceItems(10),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.invoiceNumber)).toEqual(
			Array.from({ length: 10 }, (_, index) => `2026-${index}`),
		);
		expect(fixture.portal.state.invoices).toHaveLength(10);
		expect(trace(fixture).filter((line) => line.startsWith('POST'))).toHaveLength(11);
	});

	it('does not either when errors continue', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, ...REFUSE });
		const { items } = await fixture.run({
			parameters: INVOICE,
			items: invoiceItems(4),
			settings: {
				retryOnFail: true,
				maxTries: 2,
				waitBetweenTries: 0,
				onError: 'continueRegularOutput',
			},
		});
		expect(items.filter(({ json }) => 'error' in json)).toEqual([]);
		expect(fixture.portal.state.invoices).toHaveLength(4);
	});
});

it('Execute Once carries out one item of many', async () => {
	const { items, error } = await fixture.run({
		parameters: INVOICE,
		items: invoiceItems(5),
		settings: { executeOnce: true },
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
});

it('the Batching option of n8n does not get in the way', async () => {
	const { items } = await fixture.run({
		parameters: {
			...INVOICE,
			requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 20 } } },
		},
		items: invoiceItems(5),
	});
	expect(items).toHaveLength(5);
});

it('an unknown operation is refused instead of asking the base URL', async () => {
	const { error } = await fixture.run({ parameters: { resource: 'invoice', operation: 'remove' } });
	expect(error?.message).toBe('The node has no operation "remove" for "invoice" [item 0]');
	expect(fixture.portal.requests).toEqual([]);
});
