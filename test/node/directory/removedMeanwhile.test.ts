import type { INodeParameters } from 'n8n-workflow';
import { byId, INVOICE, itemWithFile, pdf, type PortalFixture } from '../portalFixture';
import { countListRequests, freshKey, useFreshKeys } from './directoryFixture';

const IN_ORDER = ['newestFirst', 'oldestFirst'] as const;

/** What stands at that place of a list, counted from 0. */
function atPlace<T>(records: T[], listOrder: (typeof IN_ORDER)[number], place: number): T {
	const record = (listOrder === 'newestFirst' ? records.toReversed() : records)[place];
	if (record === undefined) throw new Error(`Nothing stands at place ${place}.`);
	return record;
}

/** Creates an invoice for each of these addresses. */
async function createFor({ run }: PortalFixture, emails: string[]) {
	const items = emails.map((email, index) =>
		itemWithFile(pdf(), { json: { email, number: `${index}` } }),
	);
	const customerId = { __rl: true, mode: 'email', value: '={{ $json.email }}' };
	return await run({ apiKey: freshKey(), parameters: { ...INVOICE, customerId }, items });
}

describe.each(IN_ORDER)('what slips onto a page that was read, %s', (listOrder) => {
	const fixture = useFreshKeys({
		listOrder,
		seeded: { customers: 400, invoices: 60 },
		removals: { afterPages: 1 },
	});

	it('is not made a second time where the existing one is to be output', async () => {
		const { invoices } = fixture.portal.state;
		const { customerId, invoiceNumber, issuedAt, amount, id } = atPlace(invoices, listOrder, 15);
		const parameters: INodeParameters = {
			...INVOICE,
			customerId: byId(customerId),
			invoiceNumber,
			issuedAt: issuedAt.slice(0, 10),
			amount,
			ifExists: 'useExisting',
		};
		const input = { apiKey: freshKey(), parameters, items: [itemWithFile(pdf())] };
		const { error, items } = await fixture.run(input);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ id, alreadyExisted: true });
		expect(invoices).toHaveLength(59);
		// Four pages and the first once more, twice: after the first page one was removed.
		expect(countListRequests(fixture.portal, '/customer-invoices')).toBe(10);
	});

	it('is found by its e-mail address', async () => {
		const { id, primaryEmail } = atPlace(fixture.portal.state.customers, listOrder, 15);
		const { error } = await createFor(fixture, [primaryEmail]);
		expect(error).toBeUndefined();
		expect(fixture.portal.state.invoices.at(-1)?.customerId).toBe(id);
		expect(countListRequests(fixture.portal)).toBe(28 * 2);
	});
});

describe.each(IN_ORDER)('a list in which something is removed each time, %s', (listOrder) => {
	const fixture = useFreshKeys({
		listOrder,
		seeded: { customers: 400 },
		removals: { afterPages: 20, times: 99 },
	});

	it('is read three times, for all items, and nothing is sent', async () => {
		const { customers, invoices } = fixture.portal.state;
		const emails = [300, 310, 320].map(
			(place) => atPlace(customers, listOrder, place).primaryEmail,
		);
		const { error } = await createFor(fixture, emails);
		expect(`${error?.message} ${error?.description}`).toContain(
			'Objects were removed each time that the list was read, 3 times in a row, so some may be missing',
		);
		expect(countListRequests(fixture.portal)).toBe(28 * 3);
		expect(invoices).toEqual([]);
	});
});
