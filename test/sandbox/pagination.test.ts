import { start, stopAll } from './setup';

afterAll(stopAll);

interface Page {
	current_page: number;
	data: { id: string }[];
	next_page_url: string | null;
}

test.each(['newestFirst', 'oldestFirst'] as const)('pages of 15, %s', async (listOrder) => {
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
	const stored = portal.state.customers.map(({ id }) => id);
	expect(seen).toEqual(listOrder === 'oldestFirst' ? stored : stored.reverse());
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
});

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
