import { now } from '../../../nodes/shared/transport/clock';
import { Stop } from '../../../nodes/shared/transport/stop';
import { CUSTOMER } from '../portalFixture';
import {
	addCustomer,
	connectTo,
	countListRequests,
	findCustomers,
	freshKey,
	keys,
	ORDERS,
	useFreshKeys,
} from './directoryFixture';

describe.each(ORDERS)('400 customers, %s', (listOrder) => {
	const fixture = useFreshKeys({ listOrder, seeded: { customers: 400 } });
	const lastsFor = listOrder === 'byName' ? 28 : 2;

	it('are read once for 100 look-ups, and their newest end for further executions', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		const emails = Array.from({ length: 100 }, (_, index) => `info@klant${4 * index + 1}.example`);
		const known = portal.state.customers.filter(({ primaryEmail }) =>
			emails.includes(primaryEmail),
		);
		const lookUp = async (): Promise<unknown[]> => {
			const since = now();
			const findings = await Promise.all(
				emails.map(async (email) => await findCustomers(connection, email, { since })),
			);
			return findings.flatMap(({ matches }) => matches.map(({ id }) => id));
		};
		const ids = known.map(({ id }) => id);
		expect(await lookUp()).toEqual(ids);
		expect(countListRequests(portal)).toBeLessThanOrEqual(29);
		for (let execution = 0; execution < 5; execution++) {
			expect(await lookUp()).toEqual(ids);
			expect(countListRequests(portal)).toBeLessThanOrEqual(lastsFor);
		}
	});

	it('show at once who was added, also when a page is full', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		await findCustomers(connection, 'nobody@x.example');
		countListRequests(portal);
		for (let number = 0; number < 40; number++) {
			const { id } = addCustomer(portal, `new${number}@x.example`);
			const { matches } = await findCustomers(connection, `  NEW${number}@x.example `);
			expect(matches.map((match) => match.id)).toEqual([id]);
			expect(countListRequests(portal)).toBeLessThanOrEqual(lastsFor + 3);
		}
	});

	it('show many that were added at once', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		await findCustomers(connection, 'nobody@x.example');
		for (let number = 0; number < 50; number++) addCustomer(portal, `many${number}@x.example`);
		for (const number of [0, 20, 49]) {
			const { matches, searched } = await findCustomers(connection, `many${number}@x.example`);
			expect(matches).toHaveLength(1);
			expect(searched).toBe(450);
		}
	});

	it('are never a wrong target: who was removed is not found', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		const sought = 'info@klant200.example';
		expect((await findCustomers(connection, sought)).matches).toHaveLength(1);
		const { customers } = portal.state;
		const index = customers.findIndex(({ primaryEmail }) => primaryEmail === sought);
		customers.splice(index, 1);
		expect((await findCustomers(connection, sought)).matches).toEqual([]);
		addCustomer(portal, sought);
		expect((await findCustomers(connection, sought)).matches).toHaveLength(1);
	});

	it('are never a wrong target: an address that another customer has by now leads to that one', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		const sought = 'info@klant200.example';
		const [before] = (await findCustomers(connection, sought)).matches;
		const { customers } = portal.state;
		const [other] = customers;
		for (const customer of customers) {
			if (customer.id === before?.id) customer.primaryEmail = 'gone@x.example';
		}
		if (other) other.primaryEmail = sought;
		const { matches } = await findCustomers(connection, sought);
		expect(matches.map(({ id }) => id)).toEqual([other?.id]);
		// To find somebody by the address that changed in the portal, all are read, if it is asked for.
		const options = { isThorough: true };
		expect((await findCustomers(connection, 'gone@x.example', options)).matches).toHaveLength(1);
	});

	it('that come into the middle are found once the newest end, read again, does not fit any more', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		await findCustomers(connection, 'nobody@x.example');
		const { customers } = portal.state;
		// Where only the front is read, one deep in the middle is found because another one shows up in front.
		const near = listOrder === 'newestFirst' ? [['near@x.example', customers.length - 3]] : [];
		for (const [email, place] of [['deep@x.example', 200], ...near] as Array<[string, number]>) {
			const { createdAt } = customers[place] ?? {};
			const customer = { ...addCustomer(portal, email), createdAt: createdAt ?? '' };
			customers.pop();
			customers.splice(place, 0, customer);
		}
		expect((await findCustomers(connection, 'deep@x.example')).matches).toHaveLength(1);
	});

	if (listOrder === 'newestFirst') {
		it('that come into the middle, far from the newest end, are found when all are read again', async () => {
			const { portal } = fixture;
			const connection = await connectTo(portal);
			await findCustomers(connection, 'nobody@x.example');
			const { customers } = portal.state;
			const { createdAt = '' } = customers[200] ?? {};
			customers.splice(200, 0, { ...addCustomer(portal, 'deep@x.example'), createdAt });
			customers.pop();
			const find = async (isThorough: boolean) =>
				(await findCustomers(connection, 'deep@x.example', { isThorough })).matches.length;
			expect([await find(false), await find(true), await find(false)]).toEqual([0, 1, 1]);
		});
	}

	it('are read again as a whole, once, before a person is told that one is not there', async () => {
		const { portal } = fixture;
		const connection = await connectTo(portal);
		await findCustomers(connection, 'nobody@x.example');
		const changed = portal.state.customers[200];
		if (changed) changed.primaryEmail = 'changed@x.example';
		countListRequests(portal);
		const since = now();
		const options = { since, isThorough: true };
		const findings = await Promise.all(
			['changed@x.example', 'b@x.example', 'c@x.example'].map(
				async (email) => await findCustomers(connection, email, options),
			),
		);
		expect(findings.map(({ matches }) => matches.length)).toEqual([1, 0, 0]);
		expect(countListRequests(portal)).toBeLessThanOrEqual(1 + 28);
	});
});

describe('a list', () => {
	const fixture = useFreshKeys({ seeded: { customers: 60 } });

	it('names what is alike, the most alike first', async () => {
		const connection = await connectTo(fixture.portal);
		const { matches, searched, alike } = await findCustomers(connection, 'info@klnat50.example');
		expect(matches).toEqual([]);
		expect(searched).toBe(60);
		expect(alike).toHaveLength(3);
		expect(alike[0]?.primaryEmail).toBe('info@klant50.example');
	});

	it('that may not be read is told with the scope', async () => {
		const connection = await connectTo(fixture.portal);
		fixture.portal.misbehave({ method: 'GET', kind: 'status', status: 403, times: 99 });
		await expect(findCustomers(connection, 'a@x.example')).rejects.toMatchObject({
			status: 403,
			description: expect.stringContaining('customers.read') as string,
		});
	});

	it('that fails on one page is read on from there by the next', async () => {
		const connection = await connectTo(fixture.portal);
		fixture.portal.misbehave({ method: 'GET', kind: 'status', status: 400, skip: 2 });
		await expect(findCustomers(connection, 'a@x.example')).rejects.toMatchObject({ status: 400 });
		const since = -Infinity;
		const { searched } = await findCustomers(connection, 'a@x.example', { since });
		expect(searched).toBe(60);
		expect(countListRequests(fixture.portal)).toBe(6);
	});

	it('is read on for others when the one who began it is stopped', async () => {
		const connection = await connectTo(fixture.portal);
		const stop = new Stop();
		const since = now();
		const stopped = findCustomers(connection, 'info@klant50.example', { since, stop });
		const other = findCustomers(connection, 'info@klant50.example', { since });
		stop.now(new Error('Enough'));
		await expect(stopped).rejects.toThrow('Enough');
		expect((await other).matches).toHaveLength(1);
		expect(countListRequests(fixture.portal)).toBe(5);
	});

	it('of somebody else is another one', async () => {
		const first = await connectTo(fixture.portal);
		await findCustomers(first, 'a@x.example');
		const second = await connectTo(fixture.portal);
		countListRequests(fixture.portal);
		await findCustomers(second, 'a@x.example');
		expect(countListRequests(fixture.portal)).toBe(5);
	});

	it('takes in what the node creates and changes', async () => {
		const apiKey = freshKey();
		const connection = await connectTo(fixture.portal, apiKey);
		await findCustomers(connection, 'a@x.example');
		const since = -Infinity;
		const created = await fixture.run({
			apiKey,
			parameters: { ...CUSTOMER, primaryEmail: 'zon@x.example' },
		});
		countListRequests(fixture.portal);
		const made = await findCustomers(connection, 'zon@x.example', { since });
		expect(made.matches.map(({ id }) => id)).toEqual([created.items[0]?.json.id]);
		await fixture.run({
			apiKey,
			parameters: {
				resource: 'customer',
				operation: 'update',
				customerId: { __rl: true, mode: 'id', value: created.items[0]?.json.id as string },
				updateFields: { primaryEmail: 'maan@x.example' },
			},
		});
		expect((await findCustomers(connection, 'zon@x.example', { since })).matches).toEqual([]);
		expect((await findCustomers(connection, 'maan@x.example', { since })).matches).toHaveLength(1);
		expect(countListRequests(fixture.portal)).toBe(0);
		expect((await findCustomers(connection, 'maan@x.example')).matches).toHaveLength(1);
		expect(countListRequests(fixture.portal)).toBe(1);
	});
});

describe('a portal whose list', () => {
	const altered: { alter: (body: { data: object[]; next_page_url: string }) => void } = {
		alter: () => undefined,
	};
	const fixture = useFreshKeys({
		keys,
		seeded: { customers: 60 },
		alterAnswer: ({ body }) => {
			const copy = structuredClone(body) as { data: object[]; next_page_url: string };
			if (Array.isArray(copy.data)) altered.alter(copy);
			return copy;
		},
	});

	it('does not show the key of each is told in a sentence', async () => {
		altered.alter = ({ data }) =>
			data.forEach((each) => Reflect.deleteProperty(each, 'primaryEmail'));
		const connection = await connectTo(fixture.portal);
		await expect(findCustomers(connection, 'a@x.example')).rejects.toThrow(
			'the list of customers does not show the primaryEmail of each',
		);
		fixture.portal.contractViolations.length = 0;
	});

	it('never ends is told in a sentence', async () => {
		let first: object[] | undefined;
		altered.alter = (body) => {
			body.data = first ??= body.data;
			body.next_page_url = `${fixture.portal.apiUrl}/customers?page=${Math.floor(2 + Math.random() * 1e6)}`;
		};
		const connection = await connectTo(fixture.portal);
		await expect(findCustomers(connection, 'a@x.example')).rejects.toThrow(
			'The API shows the same customers on page after page, so their list would never end',
		);
		expect(countListRequests(fixture.portal)).toBeLessThanOrEqual(11);
	});

	it('is too long to look through is told in a sentence, and not read again for the next one', async () => {
		let page = 0;
		altered.alter = (body) => {
			page++;
			const { customers } = fixture.portal.state;
			body.data = Array.from({ length: 3000 }, (_, index) => ({
				...customers[0],
				id: `cst_${page}x${index}`,
			}));
			body.next_page_url = `${fixture.portal.apiUrl}/customers?page=${page + 1}`;
		};
		const connection = await connectTo(fixture.portal);
		for (const requests of [7, 0]) {
			await expect(findCustomers(connection, 'a@x.example')).rejects.toThrow(
				'There are more than 20000 customers, too many to look through',
			);
			expect(countListRequests(fixture.portal)).toBe(requests);
		}
	});

	it('grows while it is read shows everybody once, and the new ones to whoever comes then', async () => {
		let pages = 0;
		altered.alter = () => {
			pages++;
			if (pages <= 3) addCustomer(fixture.portal, `during${pages}@x.example`);
		};
		const connection = await connectTo(fixture.portal);
		const { matches } = await findCustomers(connection, 'info@klant45.example');
		expect(matches).toHaveLength(1);
		const { searched } = await findCustomers(connection, 'nobody@x.example');
		expect(searched).toBe(fixture.portal.state.customers.length);
		for (const number of [1, 2, 3]) {
			const found = await findCustomers(connection, `during${number}@x.example`);
			expect(found.matches).toHaveLength(1);
		}
	});
});
