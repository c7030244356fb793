import fc from 'fast-check';
import { now } from '../../../nodes/shared/transport/clock';
import type { Customer } from '../../../sandbox/records';
import { addCustomer, connectTo, findCustomers, ORDERS, useFreshKeys } from './directoryFixture';

const EMAILS = ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'];
const email = fc.constantFrom(...EMAILS);

/** What somebody does in the portal, or what the node asks. */
const step = fc.oneof(
	fc.record({
		kind: fc.constant('add' as const),
		email,
		secondsLater: fc.integer({ min: 0, max: 2 }),
	}),
	fc.record({ kind: fc.constant('addMany' as const), count: fc.integer({ min: 10, max: 40 }) }),
	fc.record({
		kind: fc.constant('remove' as const),
		place: fc.double({ min: 0, max: 0.999, noNaN: true }),
	}),
	fc.record({
		kind: fc.constant('change' as const),
		place: fc.double({ min: 0, max: 0.999, noNaN: true }),
		email,
	}),
	fc.record({ kind: fc.constant('find' as const), email, isThorough: fc.boolean() }),
);

describe.each(ORDERS)('a list that is %s', (listOrder) => {
	const fixture = useFreshKeys({ listOrder });

	it('gives right answers, whatever happens in the portal between them', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
				const { portal } = fixture;
				portal.reset();
				const { customers } = portal.state;
				const connection = await connectTo(portal);
				/** What came by its address in a way that only reading all of the list shows. */
				const changed = new Set<string>();
				const pick = (place: number): number => Math.floor(place * customers.length);
				for (const each of steps) {
					if (each.kind === 'add') {
						addCustomer(portal, each.email, { secondsLater: each.secondsLater });
					} else if (each.kind === 'addMany') {
						for (let number = 0; number < each.count; number++) {
							addCustomer(portal, `${number}@many.example`, { secondsLater: 1 });
						}
					} else if (each.kind === 'remove') {
						customers.splice(pick(each.place), 1);
					} else if (each.kind === 'change') {
						const customer = customers[pick(each.place)];
						if (customer === undefined) continue;
						customer.primaryEmail = each.email;
						changed.add(customer.id);
					} else {
						const { matches } = await findCustomers(connection, each.email, {
							since: now(),
							isThorough: each.isThorough,
						});
						const found = new Set(matches.map(({ id }) => id));
						const right = customers.filter(({ primaryEmail }) => primaryEmail === each.email);
						const wrong = matches.filter(({ id }) => !right.some((other) => other.id === id));
						expect(wrong).toEqual([]);
						const isMissed = ({ id }: Customer): boolean => !found.has(id) && !changed.has(id);
						expect(right.filter(isMissed)).toEqual([]);
						if (each.isThorough && found.size === 0) expect(right).toEqual([]);
						if (listOrder === 'byName') expect(found.size).toBe(right.length);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});
});
