import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { CustomerInvoice } from '../../sandbox/records';
import { atom } from '../../sandbox/values/moments';
import { byId, CUSTOMER_ID, itemWithFile, LINK, OFFER, pdf, usePortal } from './portalFixture';

const INVOICES = 300;
const fixture = usePortal({ seeded: { customers: 60, invoices: INVOICES } });

async function list(
	resource: string,
	filters: INodeParameters,
	paging: INodeParameters = { returnAll: true },
): Promise<{ output: IDataObject[]; pages: number; problem?: string }> {
	fixture.portal.requests.length = 0;
	const { items, error } = await fixture.run({
		parameters: { resource, operation: 'getAll', filters, ...paging },
	});
	return {
		output: items.map(({ json }) => json),
		pages: fixture.portal.requests.filter(({ path }) => !path.includes('customers')).length,
		problem: error && `${error.message} ${error.description}`,
	};
}

const numbers = (invoices: Array<{ invoiceNumber?: unknown }>): unknown[] =>
	invoices.map(({ invoiceNumber }) => invoiceNumber).sort();

const dayIn = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function invoicesWhere(isWanted: (invoice: CustomerInvoice) => boolean): unknown[] {
	return numbers(fixture.portal.state.invoices.filter(isWanted));
}

describe('invoices', () => {
	it('of a customer, named by the e-mail address', async () => {
		const customerId = { __rl: true, mode: 'email', value: 'info@klant50.example' } as const;
		const { output } = await list('invoice', { customerId });
		const customer = fixture.portal.state.customers.find(
			({ primaryEmail }) => primaryEmail === 'info@klant50.example',
		);
		expect(output).toHaveLength(INVOICES / 60);
		expect(numbers(output)).toEqual(invoicesWhere(({ customerId: of }) => of === customer?.id));
	});

	it('that are open, overdue or paid', async () => {
		const [first, second, third] = fixture.portal.state.invoices;
		if (!first || !second || !third) throw new Error('No invoices.');
		const open = { paidAt: null };
		Object.assign(first, open, { dueAt: dayIn(-3) });
		Object.assign(second, open, { dueAt: dayIn(3) });
		Object.assign(third, open, { dueAt: null });
		const today = dayIn(0);
		const overdue = await list('invoice', { status: 'overdue' });
		expect(numbers(overdue.output)).toEqual(
			invoicesWhere(({ paidAt, dueAt }) => paidAt === null && dueAt !== null && dueAt < today),
		);
		expect(numbers(overdue.output)).toContain(first.invoiceNumber);
		expect(numbers(overdue.output)).not.toContain(second.invoiceNumber);
		const stillOpen = await list('invoice', { status: 'open' });
		expect(numbers(stillOpen.output)).toEqual(invoicesWhere(({ paidAt }) => paidAt === null));
		const paid = await list('invoice', { status: 'paid' });
		expect(paid.output.length + stillOpen.output.length).toBe(INVOICES);
	});

	it('whose due date is today are not overdue, in the time zone of the workflow', async () => {
		const [first] = fixture.portal.state.invoices;
		for (const [timezone, isOverdue] of [
			['Pacific/Kiritimati', true],
			['Pacific/Pago_Pago', false],
		] as const) {
			// Those two are always a day apart, and one of them is on the day before the other's.
			const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Pago_Pago' });
			if (first) Object.assign(first, { paidAt: null, dueAt: today.format(new Date()) });
			const { items } = await fixture.run({
				parameters: {
					resource: 'invoice',
					operation: 'getAll',
					filters: { status: 'overdue' },
					returnAll: true,
				},
				timezone,
			});
			const found = items.map(({ json }) => json.invoiceNumber);
			expect(found.includes(first?.invoiceNumber)).toBe(isOverdue);
		}
	});

	it('with a text, and several filters at once', async () => {
		const { output } = await list('invoice', { text: '  2025-0012 ', status: 'paid' });
		expect(numbers(output)).toEqual(
			invoicesWhere(
				({ invoiceNumber, paidAt }) => invoiceNumber.includes('2025-0012') && paidAt !== null,
			),
		);
		expect(output.length).toBeGreaterThan(1);
	});

	it('up to Limit, which counts what passes, and are read no further', async () => {
		const paging = { returnAll: false, limit: 10 };
		const { output, pages } = await list('invoice', { status: 'paid' }, paging);
		expect(output).toHaveLength(10);
		expect(pages).toBe(2);
	});

	it.each([
		['31-03-2025', '31-03-2025', 0],
		['2025-04-01', '2025-04-01', INVOICES],
		['2025-04-01', '', INVOICES],
		['', '2025-03-31', 0],
		['2025-04-02', '', 0],
	])('issued from %s to %s: %i', async (issuedFrom, issuedTo, count) => {
		expect((await list('invoice', { issuedFrom, issuedTo })).output).toHaveLength(count);
	});
});

describe.each([
	['newestFirst', { createdFrom: '2026-09-01' }, 2],
	['newestFirst', { createdTo: '2026-08-31' }, 22],
	['oldestFirst', { createdTo: '2026-08-31' }, 21],
	['oldestFirst', { createdFrom: '2026-09-01' }, 22],
	['byName', { createdFrom: '2026-09-01' }, 22],
	['byName', { createdTo: '2026-08-31' }, 22],
] as const)('a list that is %s, with %j', (listOrder, filters, pages) => {
	const ordered = usePortal({ listOrder, seeded: { invoices: INVOICES } });

	it(`is read to the page behind which nothing can match: ${pages} pages`, async () => {
		const { invoices } = ordered.portal.state;
		const [example] = invoices;
		for (let number = 0; number < 20; number++) {
			const createdAt = atom(Date.parse('2026-09-01T10:00:00Z') + number * 60_000);
			const id = `inv_new${number}`;
			invoices.push({ ...example, id, createdAt, invoiceNumber: `2024-${number}` } as never);
		}
		const { items } = await ordered.run({
			parameters: { resource: 'invoice', operation: 'getAll', filters, returnAll: true },
		});
		expect(items).toHaveLength('createdFrom' in filters ? 20 : INVOICES);
		const read = ordered.portal.requests.map(({ query }) => Number(query.page ?? 1));
		expect(Math.max(...read)).toBe(pages);
		// Where the whole list was read, its beginning is read once more, to see whether something was removed.
		expect(read).toHaveLength(pages === 22 ? 23 : pages);
	});
});

it('offers by what became of them', async () => {
	const { state } = fixture.portal;
	const items = Array.from({ length: 4 }, () => itemWithFile(pdf()));
	await fixture.run({
		parameters: { ...OFFER, offerNumber: '={{ "O-" + $itemIndex }}', expiresAt: dayIn(9) },
		items,
	});
	const [accepted, rejected, expired] = [0, 1, 2].map((index) =>
		state.offers.find(({ offerNumber }) => offerNumber === `O-${index}`),
	);
	if (!accepted || !rejected || !expired) throw new Error('No offers.');
	accepted.acceptedAt = atom();
	rejected.rejectedAt = atom();
	rejected.expiresAt = dayIn(-1);
	expired.expiresAt = dayIn(-1);
	for (const [status, number] of [
		['accepted', 'O-0'],
		['rejected', 'O-1'],
		['expired', 'O-2'],
		['open', 'O-3'],
	]) {
		const { output } = await list('offer', { status: String(status) });
		expect(output.map(({ offerNumber }) => offerNumber)).toEqual([number]);
	}
});

it('customers, payment links and tickets by words and state', async () => {
	const customers = await list('customer', { text: 'cafe UTRECHT' });
	expect(customers.output.map(({ companyName }) => companyName)).toEqual(['Café ’t Hoekje']);
	const tickets = await list('ticket', { customerId: byId(CUSTOMER_ID), status: 'open' });
	expect(tickets.output.map(({ title }) => title)).toEqual(['Vraag over factuur']);
	expect((await list('ticket', { status: 'closed' })).output).toEqual([]);
	await fixture.run({ parameters: LINK, items: [{ json: { description: 'Contributie mei' } }] });
	const links = await list('paymentLink', { text: 'mei', status: 'open' });
	expect(links.output).toHaveLength(1);
	expect((await list('paymentLink', { text: 'juni' })).output).toEqual([]);
});

it.each([
	[{ createdFrom: 'tomorrow-ish' }, 'Created From'],
	[{ status: '={{ "late" }}' }, 'Status'],
	[
		{ createdFrom: '2026-12-31', createdTo: '01-12-2026' },
		'Created To is before Created From: 2026-12-01 is before 2026-12-31',
	],
	[{ customerId: { __rl: true, mode: 'id', value: 'inv_123' } }, 'Customer'],
])('%j is refused before anything is sent', async (filters, problem) => {
	const { output, problem: told } = await list('invoice', filters as INodeParameters);
	expect(output).toEqual([]);
	expect(told).toContain(problem);
	expect(fixture.portal.requests).toEqual([]);
});
