import { byId, INVOICE, invoiceItems, trace, usePortal, type PortalFixture } from './portalFixture';

const LINES = { line: [{ description: 'Website', amountExclVat: '1', vatRate: 0 }] };
const FROM_LINES = { ...INVOICE, operation: 'createManual', lines: LINES };

function items(count: number) {
	return Array.from({ length: count }, (_, index) => ({ json: { number: `2026-${index}` } }));
}

function rejected({ portal }: PortalFixture): number {
	return portal.requests.filter(({ status }) => status === 429).length;
}

describe('a fixed window', () => {
	const fixture = usePortal({ limit: 20, windowMilliseconds: 3000 });

	it('lets everything through, in order, nothing twice, with one refusal a window', async () => {
		const { items: output, error } = await fixture.run({
			parameters: FROM_LINES,
			items: items(70),
		});
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.invoiceNumber)).toEqual(
			items(70).map(({ json }) => json.number),
		);
		expect(
			new Set(fixture.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber)).size,
		).toBe(70);
		expect(fixture.portal.state.invoices).toHaveLength(70);
		expect(rejected(fixture)).toBeLessThanOrEqual(3);
		// What was refused keeps its place: only those that are under way at once pass each other.
		const places = fixture.portal.state.invoices.map(({ invoiceNumber }) =>
			Number(invoiceNumber.replace('2026-', '')),
		);
		expect(places.filter((place, index) => Math.abs(place - index) > 5)).toEqual([]);
	}, 60_000);

	it('is shared by everything that uses the key', async () => {
		const runs = await Promise.all(
			[0, 1, 2].map(async () => await fixture.run({ parameters: FROM_LINES, items: items(15) })),
		);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(fixture.portal.state.invoices).toHaveLength(45);
		expect(rejected(fixture)).toBeLessThanOrEqual(3);
	}, 60_000);

	it('never has more than five requests under way', async () => {
		let underWay = 0;
		let most = 0;
		const { requests } = fixture.portal;
		fixture.portal.misbehave({ kind: 'slow', milliseconds: 300, times: 15 });
		const watch = setInterval(() => {
			underWay = requests.filter(({ status }) => status === undefined).length;
			most = Math.max(most, underWay);
		}, 20);
		await fixture.run({ parameters: FROM_LINES, items: items(15) });
		clearInterval(watch);
		expect(most).toBeGreaterThan(1);
		expect(most).toBeLessThanOrEqual(5);
	}, 30_000);

	it('does not keep a cancelled execution waiting, and sends nothing more', async () => {
		const { error } = await fixture.run({
			parameters: FROM_LINES,
			items: items(60),
			onStart: (cancel) => {
				// When all that fits into the window is sent, and the rest waits, however slow the machine is.
				const watch = setInterval(() => {
					if (fixture.portal.requests.length < 20) return;
					clearInterval(watch);
					setTimeout(cancel, 500);
				}, 5);
			},
		});
		const sent = fixture.portal.requests.length;
		expect(sent).toBeLessThan(60);
		await new Promise((resolve) => setTimeout(resolve, 3500));
		expect(fixture.portal.requests).toHaveLength(sent);
		expect(error?.message).toMatch(/canceled/i);
	}, 30_000);
});

describe('a sliding window', () => {
	const fixture = usePortal({ limit: 20, windowMilliseconds: 3000, windowKind: 'sliding' });

	it('lets everything through, too, with few refusals', async () => {
		const { items: output, error } = await fixture.run({
			parameters: FROM_LINES,
			items: items(50),
		});
		expect(error).toBeUndefined();
		expect(output).toHaveLength(50);
		expect(fixture.portal.state.invoices).toHaveLength(50);
		expect(rejected(fixture)).toBeLessThanOrEqual(6);
	}, 60_000);
});

describe('a limit that others use up', () => {
	const fixture = usePortal();

	it('is waited for by the date that a proxy names', async () => {
		// Two seconds or more: without the date the node would try again after one.
		const at = new Date(Date.now() + 3000).toUTCString();
		fixture.portal.misbehave({ kind: 'status', status: 429, headers: { 'retry-after': at } });
		const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(error).toBeUndefined();
		expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(at));
		expect(trace(fixture).at(-1)).toBe('POST /customer-invoices 201');
	}, 20_000);

	it('is reported when waiting would take too long', async () => {
		fixture.portal.misbehave({ kind: 'status', status: 429, headers: { 'retry-after': '7200' } });
		const { error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'get', invoiceId: byId('inv_x') },
			apiKey: 'sandbox-key',
		});
		expect(error?.message).toBe(
			'The API takes no requests for 2 hours: the rate limit is used up [item 0]',
		);
		expect(fixture.portal.requests).toHaveLength(1);
	});
});
