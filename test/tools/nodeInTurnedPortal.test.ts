import type { OutgoingAnswer } from '../../sandbox/portal';
import {
	byId,
	CUSTOMER_ID,
	INVOICE,
	invoiceItems,
	type PortalFixture,
	trace,
	usePortal,
} from '../node/portalFixture';

/**
 * The node in n8n's engine, in portals that are otherwise than docs/api-facts.md takes them to be: it does
 * the right thing where it can, and where it cannot, it says so and does nothing twice.
 */
jest.setTimeout(60_000);

const CREATE = /^\/customer-invoices$/;
const ALL_CUSTOMERS = { resource: 'customer', operation: 'getAll', returnAll: true };

/** Changes invoices in answers, one or a list of them. */
function invoices(
	change: (invoice: Record<string, unknown>) => object,
): (answer: OutgoingAnswer) => unknown {
	return ({ body, operationId = '', status }) => {
		if (!operationId.includes('customer-invoice') || status >= 300) return body;
		const { data, ...rest } = body as Record<string, unknown>;
		return Array.isArray(data)
			? { ...rest, data: data.map((invoice) => change(invoice as Record<string, unknown>)) }
			: change(body as Record<string, unknown>);
	};
}

/** Creates invoices, of which the answer to the last gets lost though it was carried out. */
async function loseLastAnswer(fixture: PortalFixture, count: number, amount = '12.95') {
	const { portal, run } = fixture;
	portal.misbehave({ method: 'POST', path: CREATE, skip: count - 1, kind: 'loseAnswer' });
	return await run({ parameters: { ...INVOICE, amount }, items: invoiceItems(count) });
}

describe('lists with the oldest first (I2)', () => {
	const fixture = usePortal({ listOrder: 'oldestFirst' });

	it('are read whole, every object once', async () => {
		const { items } = await fixture.run({ parameters: ALL_CUSTOMERS });
		const ids = items.map(({ json }) => json.id);
		expect(ids).toEqual(fixture.portal.state.customers.map(({ id }) => id));
	});

	it('show what a lost answer has made, though it stands on the last page', async () => {
		const { items, error } = await loseLastAnswer(fixture, 20);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(20);
		expect(fixture.portal.state.invoices).toHaveLength(20);
	});
});

describe.each(['fixed', 'sliding'] as const)(
	'a %s window without rate headers (I1)',
	(windowKind) => {
		const fixture = usePortal({
			limit: 10,
			windowMilliseconds: 1500,
			windowKind,
			rateHeaders: 'missing',
		});

		it('is kept to by its refusals, and everything is made once', async () => {
			const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(25) });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(25);
			const numbers = fixture.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber);
			expect(new Set(numbers).size).toBe(25);
			expect(numbers).toHaveLength(25);
		});
	},
);

describe('booleans as 1 and 0 (I4)', () => {
	const fixture = usePortal({ booleans: 'digits' });

	it('are learned from the first refusal', async () => {
		const { items, error } = await fixture.run({
			parameters: { ...INVOICE, sendNotification: true },
			items: invoiceItems(2),
			apiKey: 'sandbox-key',
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
		const { state } = fixture.portal;
		expect(state.invoices.map(({ sendNotification }) => sendNotification)).toEqual([true, true]);
	});
});

describe('amounts as numbers (I8)', () => {
	const fixture = usePortal({
		alterAnswer: invoices((invoice) => ({ ...invoice, amount: Number(invoice.amount) })),
	});

	it('come out as they are', async () => {
		const { items } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(items[0]?.json.amount).toBe(12.95);
	});

	it('do not hide what a lost answer has made', async () => {
		const { items, error } = await loseLastAnswer(fixture, 1);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});

	it('are the same when they end in a zero', async () => {
		const { items, error } = await loseLastAnswer(fixture, 1, '12.50');
		expect(error).toBeUndefined();
		expect(items[0]?.json.amount).toBe(12.5);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});
});

describe('unknown fields', () => {
	const fixture = usePortal({
		alterAnswer: invoices((invoice) => ({ ...invoice, vatNumber: 'NL1', meta: { a: [1] } })),
	});

	it('come out, too, and are in nobody’s way', async () => {
		const { items, error } = await loseLastAnswer(fixture, 1);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ vatNumber: 'NL1', meta: { a: [1] } });
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});
});

describe('other field names', () => {
	const fixture = usePortal({
		alterAnswer: invoices(({ paidAt, dueAt: _dueAt, ...invoice }) => ({
			...invoice,
			paidOn: paidAt,
		})),
	});

	it('come out under the names that the API gives them', async () => {
		const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toHaveProperty('paidOn', null);
		expect(items[0]?.json).not.toHaveProperty('dueAt');
	});
});

describe('a list that calls the number otherwise', () => {
	const fixture = usePortal({
		alterAnswer: invoices(({ invoiceNumber, ...invoice }) => ({
			...invoice,
			number: invoiceNumber,
		})),
	});

	it('is no proof that a lost answer made nothing', async () => {
		const { error } = await loseLastAnswer(fixture, 1);
		expect(error?.message).toContain('Whether the request was carried out is unknown');
		expect(error?.description).toContain('the list does not show the invoiceNumber of each');
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});
});

describe('next pages on another host (I3)', () => {
	const fixture = usePortal({ publicUrl: 'https://pages.example' });

	it('are not fetched: the key stays at home, and the message says so', async () => {
		const { error, items } = await fixture.run({ parameters: ALL_CUSTOMERS });
		expect(items).toEqual([]);
		expect(error?.message).toContain('The API named a next page outside of 127.0.0.1');
		expect(trace(fixture)).toEqual(['GET /customers 200']);
	});
});

describe('numbers of invoices that are taken (I20)', () => {
	const fixture = usePortal({ invoiceNumbers: 'unique' });

	it('are refused in the API’s own words', async () => {
		await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(error?.message).toContain('The invoiceNumber has already been taken [');
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});

	it('do not keep a lost answer from being settled', async () => {
		const { items, error } = await loseLastAnswer(fixture, 1);
		expect(error).toBeUndefined();
		expect(items[0]?.json.customerId).toBe(CUSTOMER_ID);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});
});

describe('moments in UTC (I7)', () => {
	const fixture = usePortal({
		alterAnswer: invoices((invoice) => ({
			...invoice,
			createdAt: new Date(String(invoice.createdAt)).toISOString(),
		})),
	});

	it('come out as they are', async () => {
		const { items } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const read = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'get',
				invoiceId: byId(String(items[0]?.json.id)),
			},
		});
		expect(read.items[0]?.json.createdAt).toMatch(/Z$/);
	});
});
