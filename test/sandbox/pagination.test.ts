import { start, stopAll } from './setup';

afterAll(stopAll);

interface Page {
	current_page: number;
	data: { id: string }[];
	next_page_url: string | null;
}

test.each(['newestFirst', 'oldestFirst', 'byName'] as const)(
	'pages of 15, %s',
	async (listOrder) => {
		const { portal, api } = await start({ listOrder });
		const seen: string[] = [];
		const pages: Page[] = [];
		let address: string | null = '/customers';
		while (address !== null) {
			const page: Page = (await api.get<Page>(address)).data;
			pages.push(page);
			seen.push(...page.data.map(({ id }) => id));
			address = page.next_page_url;
		}
		const customers = [...portal.state.customers];
		if (listOrder === 'newestFirst') customers.reverse();
		if (listOrder === 'byName') {
			customers.sort((left, right) => (left.companyName < right.companyName ? -1 : 1));
		}
		expect(seen).toEqual(customers.map(({ id }) => id));
		const path = `${portal.apiUrl}/customers`;
		const { data: _data, ...second } = pages[1] ?? { data: [] };
		expect(second).toEqual({
			current_page: 2,
			first_page_url: `${path}?page=1`,
			from: 16,
			next_page_url: `${path}?page=3`,
			path,
			per_page: 15,
			prev_page_url: `${path}?page=1`,
			to: 30,
		});
		expect(pages.map(({ data }) => data.length)).toEqual([15, 15, 10]);
	},
);

test('an exact number of pages, an empty list and a page after the last', async () => {
	const { portal, api } = await start();
	portal.state.customers.splice(30);
	const last = await api.get<Page>('/customers?page=2');
	expect(last.data).toMatchObject({ from: 16, to: 30, next_page_url: null });
	expect((await api.get<Page>('/customers?page=3')).data).toMatchObject({
		data: [],
		next_page_url: null,
	});
	expect((await api.get<Page>('/customer-invoices')).data).toMatchObject({
		current_page: 1,
		data: [],
		from: 0,
		to: 0,
		next_page_url: null,
		prev_page_url: null,
	});
	expect(portal.contractViolations).toEqual([]);
});

test('addresses start with the public address', async () => {
	const { api } = await start({ publicUrl: 'https://portal.example/base/' });
	const { data } = await api.get<Page>('/customers');
	expect(data.next_page_url).toBe('https://portal.example/base/v1/customers?page=2');
});

test('10,000 invoices of 1,000 customers, each with a moment of its own, and what is deleted in between', async () => {
	const { portal, api } = await start({ seeded: { customers: 1000, invoices: 10_000 } });
	expect(portal.state.customers).toHaveLength(1000);
	expect(new Set(portal.state.invoices.map(({ createdAt }) => createdAt)).size).toBe(10_000);
	const last = (await api.get<Page>('/customer-invoices?page=667')).data;
	expect(last.data).toHaveLength(10);
	expect(last.next_page_url).toBeNull();
	portal.state.invoices.splice(0, 10);
	expect((await api.get<Page>('/customer-invoices?page=667')).data.data).toEqual([]);
	portal.reset();
	expect(portal.state.invoices).toHaveLength(10_000);
});

test.each(['newestFirst', 'oldestFirst', 'byName'] as const)(
	'what is removed while a list is read lets the others move up, %s',
	async (listOrder) => {
		const removals = { afterPages: 2, times: 2 };
		const { portal, api } = await start({ listOrder, removals });
		const idsOf = async (page: number): Promise<string[]> =>
			(await api.get<Page>(`/customers?page=${page}`)).data.data.map(({ id }) => id);
		const before = await idsOf(1);
		const second = await idsOf(2);
		expect(portal.state.customers).toHaveLength(39);
		const after = await idsOf(1);
		expect(after).toEqual([...before.slice(1), second[0]]);
		expect(await idsOf(3)).toHaveLength(9);
		expect(portal.state.customers).toHaveLength(38);
		for (let page = 1; page <= 4; page++) await idsOf(1);
		expect(portal.state.customers).toHaveLength(38);
		// A list of one page stays as it is.
		for (let page = 1; page <= 4; page++) await api.get('/customer-groups');
		expect(portal.state.customerGroups.length).toBeGreaterThan(0);
		portal.reset();
		await idsOf(1);
		await idsOf(2);
		expect(portal.state.customers).toHaveLength(39);
		expect(portal.contractViolations).toEqual([]);
	},
);
