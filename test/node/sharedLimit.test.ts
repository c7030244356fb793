import { refusedPerWindow } from '../refusedPerWindow';
import { runNode } from './engine';
import { API_KEY, INVOICE, LINES, usePortal } from './portalFixture';

const LIMIT = 20;
const EACH = 45;

describe.each(['fixed', 'sliding'] as const)('a %s window', (windowKind) => {
	const fixture = usePortal({ limit: LIMIT, windowMilliseconds: 3000, windowKind });

	/**
	 * What two processes know of each other: nothing. The host under another name stands for the other
	 * process, because all that is shared by requests of one process is known by base URL and token.
	 */
	const runAs = async (process: string, baseUrl: string) =>
		await runNode({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				invoiceNumber: `={{ '${process}-' + $json.number }}`,
				lines: LINES,
			},
			items: Array.from({ length: EACH }, (_, number) => ({ json: { number } })),
			credential: { apiKey: API_KEY, baseUrl },
		});

	it('is shared with another process by what the API says is left: two refusals a window', async () => {
		const { apiUrl } = fixture.portal;
		const runs = await Promise.all([
			runAs('one', apiUrl),
			runAs('two', apiUrl.replace('127.0.0.1', 'localhost')),
		]);
		for (const { items, error } of runs) {
			expect(error).toBeUndefined();
			expect(items).toHaveLength(EACH);
		}
		const { invoices } = fixture.portal.state;
		expect(new Set(invoices.map(({ invoiceNumber }) => invoiceNumber)).size).toBe(2 * EACH);
		expect(invoices).toHaveLength(2 * EACH);
		const refused = refusedPerWindow(fixture.portal.requests, LIMIT);
		expect(refused.length).toBeGreaterThan(2);
		// Together: where the machine is slow, one window may see what belongs to the next.
		const total = refused.reduce((sum, count) => sum + count, 0);
		expect(total).toBeLessThanOrEqual(2 * refused.length);
	});
});
