import './fastClock';
import fc from 'fast-check';
import { byId, INVOICE, itemWithFile, pdf, usePortal } from './portalFixture';

const ofOldestFirst = usePortal({ listOrder: 'oldestFirst' });
const ofNewestFirst = usePortal({ listOrder: 'newestFirst' });

/** Numbers of which some are the same for a person: other case, other spaces. */
const number = fc.constantFrom('F-1', ' f-1 ', 'F-2', 'F-3', 'F 3', 'F  3');
const item = fc.record({
	number,
	customer: fc.nat({ max: 1 }),
	day: fc.constantFrom('2026-11-21', '21-11-2026', '2026-11-22'),
	amount: fc.constantFrom('12.95', '12,95', '13.00'),
});
const fault = fc.constantFrom('none', 'refused', 'answer lost', 'request lost');
const runOfItems = fc.record({
	items: fc.array(item, { minLength: 1, maxLength: 5 }),
	way: fc.constantFrom(
		{ ifExists: 'useExisting', mode: 'manual' } as const,
		{ ifExists: 'refuse', mode: 'manual' } as const,
		{ ifExists: 'createAnother', mode: 'retry' } as const,
		{ ifExists: 'refuse', mode: 'retry' } as const,
	),
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput'),
	fault,
	skip: fc.nat({ max: 3 }),
	/** Whether the run before it is still at work. */
	isAtTheSameTime: fc.boolean(),
});

/** As a person reads a number. */
const read = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

it.each([
	['oldestFirst', ofOldestFirst],
	['newestFirst', ofNewestFirst],
] as const)(
	'however often and with whatever faults it runs, no number stands twice (%s)',
	async (_order, fixture) => {
		const { portal } = fixture;
		await fc.assert(
			fc.asyncProperty(fc.array(runOfItems, { minLength: 1, maxLength: 4 }), async (runs) => {
				portal.reset();
				const customers = portal.state.customers.slice(0, 2).map(({ id }) => id);
				let before: Promise<unknown> = Promise.resolve();
				for (const { items, way, onError, fault: kind, skip, isAtTheSameTime } of runs) {
					if (!isAtTheSameTime) await before;
					if (kind !== 'none') {
						portal.misbehave({
							method: 'POST',
							path: /^\/customer-invoices$/,
							skip,
							...(kind === 'refused'
								? { kind: 'status', status: 422 }
								: { kind: kind === 'answer lost' ? 'loseAnswer' : 'dropRequest' }),
						});
					}
					const run = fixture.run({
						parameters: {
							...INVOICE,
							customerId: byId('={{ $json.customer }}'),
							issuedAt: '={{ $json.day }}',
							amount: '={{ $json.amount }}',
							ifExists: way.ifExists,
						},
						items: items.map(({ customer, ...json }) =>
							itemWithFile(pdf(), { json: { ...json, customer: customers[customer] ?? '' } }),
						),
						settings: { onError: onError as 'stopWorkflow' },
						mode: way.mode,
					});
					before = Promise.all([before, run]);
					if (isAtTheSameTime) continue;
					const { items: output } = await run;
					// What comes out is what the item asked for, and what the portal holds.
					for (const { json, pairedItem } of output) {
						if (json.id === undefined) continue;
						const asked = items[(pairedItem as { item: number }).item];
						const stored = portal.state.invoices.find(({ id }) => id === json.id);
						expect(read(stored?.invoiceNumber ?? '')).toBe(read(asked?.number ?? 'nothing'));
						expect(stored?.customerId).toBe(customers[asked?.customer ?? 9]);
						expect(Number(stored?.amount)).toBe(Number(asked?.amount.replace(',', '.')));
					}
				}
				await before;
				const keys = portal.state.invoices.map(
					({ invoiceNumber, customerId }) => `${customerId} ${read(invoiceNumber)}`,
				);
				expect(keys).toHaveLength(new Set(keys).size);
			}),
			{ numRuns: 40 },
		);
	},
	240_000,
);
