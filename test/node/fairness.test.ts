import { listSearch } from '../../nodes/shared/objects/listSearch';
import { toLoadOptionsContext } from './engine';
import { API_KEY, byId, INVOICE, invoiceItems, trace, usePortal } from './portalFixture';

/** No limit, but slow enough for a run to be under way when another one begins. */
const fixture = usePortal();
beforeEach(() => fixture.portal.misbehave({ kind: 'slow', milliseconds: 30, times: 10_000 }));

const WITHIN = 15;
const MOST_IN_FLIGHT = 5;
const READ = { resource: 'customer', operation: 'get', customerId: byId('cst_sandbox000000001') };

/** Resolves when the portal got so many requests, and gives how many it got by then. */
async function received(count: number): Promise<number> {
	while (fixture.portal.requests.length < count) await new Promise(setImmediate);
	return fixture.portal.requests.length;
}

/** `GET /customers` for each request that the portal got, in the order in which it got them. */
function paths(): string[] {
	return trace(fixture).map((line) => line.split(' ').slice(0, 2).join(' '));
}

it('a read of another execution is among the next 15 requests of a run of 150 items', async () => {
	const long = fixture.run({ parameters: INVOICE, items: invoiceItems(150) });
	const before = await received(30);
	const short = await fixture.run({ parameters: READ });
	expect(short.error).toBeUndefined();
	expect((await long).items).toHaveLength(150);
	const index = paths().indexOf('GET /customers/cst_sandbox000000001');
	expect(index).toBeGreaterThanOrEqual(before);
	expect(index).toBeLessThan(before + WITHIN);
});

it('a list that a person opens at the canvas is, too, also while many executions run', async () => {
	const runs = Array.from({ length: 20 }, (_, run) =>
		fixture.run({
			parameters: { ...INVOICE, invoiceNumber: `={{ '${run}-' + $json.number }}` },
			items: invoiceItems(8),
		}),
	);
	const before = await received(30);
	const context = toLoadOptionsContext({ apiKey: API_KEY, baseUrl: fixture.portal.apiUrl });
	await listSearch.searchCustomers?.call(context);
	expect(paths().indexOf('GET /customers')).toBeLessThan(before + WITHIN);
	for (const { items } of await Promise.all(runs)) expect(items).toHaveLength(8);
});

it('executions that share a key take turns, and each goes through its items in order', async () => {
	const run = async (name: string, count: number) =>
		await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: `={{ '${name}-' + $json.number }}` },
			items: invoiceItems(count),
		});
	const long = run('long', 120);
	const before = await received(20);
	const shorts = ['a', 'b', 'c'].map((name) => run(name, 10));
	await Promise.all([long, ...shorts]);
	const numbers = fixture.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber);
	for (const name of ['long', 'a', 'b', 'c']) {
		const own = numbers.filter((number) => number.startsWith(name));
		// Five are under way at once, over as many connections, and may pass each other there.
		own.forEach((number, index) => {
			expect(Math.abs(Number(number.split('-').at(-1)) - index)).toBeLessThan(MOST_IN_FLIGHT);
		});
	}
	// While all four send, each has its turn in any four that follow each other, give or take what is in flight.
	const shared = numbers.slice(before + WITHIN, before + WITHIN + 20);
	for (const name of ['long', 'a', 'b', 'c']) {
		const turns = shared.filter((number) => number.startsWith(name)).length;
		expect(turns).toBeGreaterThanOrEqual(3);
	}
	// Three short ones end long before the long one does, which loses no turn to them.
	expect(numbers.findLastIndex((number) => !number.startsWith('long'))).toBeLessThan(
		before + 40 + 2 * WITHIN,
	);
});
