import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult } from 'n8n-workflow';
import { listSearch } from '../../nodes/shared/objects/listSearch';
import { toLoadOptionsContext } from './engine';
import { API_KEY, INVOICE, invoiceItems, OFFER, usePortal } from './portalFixture';

const fixture = usePortal();

interface SearchInput {
	filter?: string;
	token?: string;
	apiKey?: string;
	baseUrl?: string;
}

async function search(
	method: string,
	{ filter, token, apiKey = API_KEY, baseUrl = fixture.portal.apiUrl }: SearchInput = {},
): Promise<INodeListSearchResult> {
	const context = toLoadOptionsContext({ apiKey, baseUrl });
	expect(context).toBeInstanceOf(LoadOptionsContext);
	return await (listSearch[method] as (typeof listSearch)[string]).call(context, filter, token);
}

describe('the list of customers', () => {
	it('comes page by page as the user scrolls', async () => {
		const first = await search('searchCustomers');
		const second = await search('searchCustomers', { token: first.paginationToken });
		const third = await search('searchCustomers', { token: second.paginationToken });
		expect([first, second, third].map(({ results }) => results.length)).toEqual([
			15,
			15,
			fixture.portal.state.customers.length - 30,
		]);
		expect(third.paginationToken).toBeUndefined();
		expect(fixture.portal.requests).toHaveLength(3);
		const values = [first, second, third].flatMap(({ results }) =>
			results.map(({ value }) => value),
		);
		expect(new Set(values).size).toBe(fixture.portal.state.customers.length);
	});

	it('shows at once what was added since', async () => {
		const [example] = fixture.portal.state.customers;
		fixture.portal.state.customers.push({
			...example,
			id: 'cst_new',
			companyName: 'Nieuw BV',
		} as never);
		const { results } = await search('searchCustomers');
		expect(results.map(({ value }) => value)).toContain('cst_new');
	});

	it('is filtered by what the user types, and read once for all letters', async () => {
		for (const filter of ['gou', 'gouden', 'GOUDEN KORST', 'cst_sandbox000000001']) {
			const { results } = await search('searchCustomers', { filter });
			expect(results).toContainEqual({
				name: expect.stringContaining('Bakkerij De Gouden Korst') as string,
				value: 'cst_sandbox000000001',
			});
		}
		expect(fixture.portal.requests.length).toBeLessThanOrEqual(3);
	});
});

describe('a long list', () => {
	const long = usePortal();

	it('costs a bounded number of requests, and the next letter goes on', async () => {
		const { customers } = long.portal.state;
		const [example] = customers;
		for (let index = 0; index < 700; index++) {
			customers.push({ ...example, id: `cst_x${index}`, companyName: `Firma ${index}` } as never);
		}
		const { apiUrl, requests } = long.portal;
		const first = await search('searchCustomers', { filter: 'gouden', baseUrl: apiUrl });
		expect(first.results).toEqual([]);
		expect(first.paginationToken).toBeDefined();
		expect(requests).toHaveLength(30);
		const second = await search('searchCustomers', { filter: 'gouden korst', baseUrl: apiUrl });
		expect(second.results).toHaveLength(1);
		expect(requests.length).toBeLessThanOrEqual(60);
	});
});

it.each([
	['searchInvoices', INVOICE, /^2026-\d · € 12\.95 · 2026-11-21$/],
	[
		'searchOffers',
		{ ...OFFER, offerNumber: INVOICE.invoiceNumber },
		/^2026-\d · € 1234\.56 · 2026-11-21$/,
	],
])('%s shows numbers, amounts and dates', async (method, parameters, name) => {
	await fixture.run({ parameters, items: invoiceItems(3) });
	const { results } = await search(method);
	expect(results).toHaveLength(3);
	for (const result of results) expect(result.name).toMatch(name);
});

it('a wrong key is told in a sentence', async () => {
	await expect(search('searchCustomers', { apiKey: 'wrong-key' })).rejects.toThrow(
		'Unauthenticated.',
	);
});
