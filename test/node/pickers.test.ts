import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodeParameters, NodeApiError } from 'n8n-workflow';
import { listSearch } from '../../nodes/shared/objects/listSearch';
import { allScopes } from '../../sandbox/scopes';
import { toLoadOptionsContext } from './engine';
import { API_KEY, byId, INVOICE, invoiceItems, OFFER, usePortal } from './portalFixture';

const fixture = usePortal({
	keys: [API_KEY, 'no-customers'].map((token) => ({ token, scopes: [...allScopes] })),
});

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
		// The last one reads the first page once more, in case something was removed meanwhile.
		expect(fixture.portal.requests).toHaveLength(4);
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
		expect(fixture.portal.requests.length).toBeLessThanOrEqual(4);
	});
});

describe('1,000 customers', () => {
	const long = usePortal({
		seeded: { customers: 1000 },
		keys: ['a', 'b', 'c', 'd', 'e'].map((token) => ({ token, scopes: [...allScopes] })),
	});
	const searchLong = async (
		apiKey: string,
		filter?: string,
		token?: string,
	): Promise<INodeListSearchResult> =>
		await search('searchCustomers', { filter, token, apiKey, baseUrl: long.portal.apiUrl });

	/** All that the canvas shows in the end: it asks on as long as there is more. */
	async function searchToTheEnd(apiKey: string, filter: string): Promise<string[]> {
		const names: string[] = [];
		let token: string | undefined;
		do {
			const { results, paginationToken } = await searchLong(apiKey, filter, token);
			names.push(...results.map(({ name }) => name));
			token = paginationToken;
		} while (token !== undefined);
		return names;
	}

	it('cost a bounded number of requests at once, say how far the search is, and the next letter goes on', async () => {
		const { requests } = long.portal;
		const first = await searchLong('a', 'gouden');
		expect(first.results).toEqual([
			{
				name: 'Searched 450 customers so far. Type a letter or a space more to search on',
				value: '',
			},
		]);
		expect(first.paginationToken).toBe('450');
		expect(requests).toHaveLength(30);
		await searchLong('a', 'gouden k');
		const last = await searchLong('a', 'gouden korst');
		expect(last.results.map(({ value }) => value)).toEqual(['cst_sandbox000000001']);
		expect(last.paginationToken).toBeUndefined();
		// 67 pages, and the first one once more.
		expect(requests).toHaveLength(67 + 1);
	});

	it('are found by typing a number, an address, words in any order, without accents, by ID', async () => {
		expect(await searchToTheEnd('b', '901')).toContain('Klant 901 B.V. (Zonstad)');
		const { requests } = long.portal;
		requests.length = 0;
		const [customer] = long.portal.state.customers.filter(({ companyName }) =>
			companyName.startsWith('Klant 901'),
		);
		for (const typed of [
			'INFO@klant901.example',
			'zonstad  klant 901',
			'901 B.V.',
			customer?.id ?? '',
			customer?.id.slice(0, -2) ?? '',
		]) {
			expect(await searchToTheEnd('b', typed)).toEqual(['Klant 901 B.V. (Zonstad)']);
		}
		expect(await searchToTheEnd('b', "cafe 't HOEKJE")).toEqual([]);
		expect(await searchToTheEnd('b', 'cafe hoekje')).toEqual(['Café ’t Hoekje (Utrecht)']);
		expect(await searchToTheEnd('b', 'klant 901 amsterdam')).toEqual([]);
		expect(requests).toHaveLength(0);
	});

	it('show who was added a moment ago, at the cost of one request', async () => {
		await searchToTheEnd('e', '901');
		const { customers } = long.portal.state;
		const newest = { ...customers.at(-1), id: 'cst_new', companyName: 'Nieuw BV' };
		customers.push({ ...newest, createdAt: '2026-11-01T10:00:00+01:00' } as never);
		long.portal.requests.length = 0;
		const { results } = await searchLong('e');
		expect(results[0]?.name).toBe('Nieuw BV (Zonstad)');
		expect(results).toHaveLength(15);
		expect(long.portal.requests).toHaveLength(1);
	});

	it('are shown by name in the rows of what belongs to them', async () => {
		const customer = long.portal.state.customers.at(-1);
		await long.run({
			apiKey: 'c',
			parameters: { ...INVOICE, customerId: byId(customer?.id ?? '') },
			items: invoiceItems(1),
		});
		const baseUrl = long.portal.apiUrl;
		for (const filter of [undefined, 'klant 1000']) {
			const { results } = await search('searchInvoices', { filter, apiKey: 'c', baseUrl });
			const names = results.map(({ name }) => name);
			expect(names.pop()).toBe('2026-0 · Klant 1000 B.V. · € 12.95 · 2026-11-21');
			// Another customer may be called like that as well.
			const progress = filter === undefined ? [] : [/^Searched the names of 510 customers so far/];
			expect(names).toEqual(progress.map((row) => expect.stringMatching(row) as string));
		}
	});

	it('that the API does not give in time are told, and not waited for', async () => {
		long.portal.misbehave({ method: 'GET', kind: 'slow', milliseconds: 12_000 });
		await expect(searchLong('d')).rejects.toThrow(
			'The list of customers could not be read within 10 seconds',
		);
		const { results } = await searchLong('d');
		expect(results).toHaveLength(15);
		expect(long.portal.requests).toHaveLength(1);
	}, 30_000);
});

describe.each(['newestFirst', 'oldestFirst'] as const)(
	'an invoice among 1,000 customers, %s',
	(listOrder) => {
		const keys = ['a', 'b'].map((token) => ({ token, scopes: [...allScopes] }));
		const long = usePortal({ seeded: { customers: 1000 }, listOrder, keys });

		it.each([
			['when the picker was open before', true],
			['at once', false],
		])('is found by typing the name of its customer %s', async (_name, isOpened) => {
			const { portal } = long;
			const apiKey = isOpened ? 'a' : 'b';
			const customer = portal.state.customers[500];
			const companyName = customer?.companyName ?? '';
			const customerId = byId(customer?.id ?? '');
			await long.run({ apiKey, parameters: { ...INVOICE, customerId }, items: invoiceItems(1) });
			const type = async (filter?: string): Promise<string[]> => {
				portal.requests.length = 0;
				const { results } = await search('searchInvoices', {
					filter,
					apiKey,
					baseUrl: portal.apiUrl,
				});
				expect(portal.requests.length).toBeLessThanOrEqual(isOpened && filter ? 30 : 31);
				return results.map(({ name }) => name);
			};
			if (isOpened) expect(await type()).toEqual(['2026-0 · € 12.95 · 2026-11-21']);
			const progress =
				/^Searched the names of \d+ customers so far\. Type a letter or a space more to search on$/;
			const found = `2026-0 · ${companyName} · € 12.95 · 2026-11-21`;
			let names = await type(companyName.slice(0, -1));
			for (let letter = 0; letter < 5 && progress.test(names[0] ?? ''); letter++) {
				expect(names.slice(1).filter((name) => name !== found)).toEqual([]);
				names = await type(companyName);
			}
			expect(names).toEqual([found]);
		});
	},
);

it('a token that may not read customers still picks invoices', async () => {
	await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
	const path = /^\/customers/;
	fixture.portal.misbehave({ method: 'GET', path, kind: 'status', status: 403, times: 99 });
	const apiKey = 'no-customers';
	const { results } = await search('searchInvoices', { apiKey });
	expect(results.map(({ name }) => name)).toEqual(['2026-0 · € 12.95 · 2026-11-21']);
	// There is nothing to search on for.
	expect((await search('searchInvoices', { filter: 'bakkerij', apiKey })).results).toEqual([]);
});

it.each([
	['searchInvoices', INVOICE, /^2026-\d · Bakkerij De Gouden Korst · € 12\.95 · 2026-11-21$/],
	[
		'searchOffers',
		{ ...OFFER, offerNumber: INVOICE.invoiceNumber },
		/^2026-\d · Bakkerij De Gouden Korst · € 1234\.56 · 2026-11-21$/,
	],
])('%s shows numbers, amounts and dates', async (method, parameters, name) => {
	await fixture.run({ parameters, items: invoiceItems(3) });
	const { results } = await search(method);
	expect(results).toHaveLength(3);
	for (const result of results) expect(result.name).toMatch(name);
});

it('a wrong key is told in a sentence', async () => {
	await expect(search('searchCustomers', { apiKey: 'wrong-key' })).rejects.toThrow(
		'The API key is not accepted (Unauthenticated)',
	);
});

describe('Request Options of the node', () => {
	it('reach the pickers: a proxy', async () => {
		const seen: string[] = [];
		const proxy = createServer((request, response) => {
			seen.push(String(request.url), String(request.headers['proxy-authorization']));
			response.writeHead(407).end();
		}).listen(0, '127.0.0.1');
		await once(proxy, 'listening');
		const { port } = proxy.address() as AddressInfo;
		const error = await searchWith({ proxy: `http://me:my%20word@127.0.0.1:${port}` });
		proxy.closeAllConnections();
		proxy.close();
		expect(seen[0]).toContain('/v1/customers');
		expect(seen[1]).toBe(`Basic ${Buffer.from('me:my word').toString('base64')}`);
		expect(error?.message).toContain('The proxy in front of the API wants a user name');
		expect(error?.description).toContain('Settings > Request Options > Proxy');
	});

	it('reach the pickers: a time-out', async () => {
		fixture.portal.misbehave({ kind: 'slow', milliseconds: 5000, times: 9 });
		const error = await searchWith({ timeout: 100 });
		expect(error?.message).toContain('The connection to the API ended before an answer came');
	}, 30_000);

	async function searchWith(requestOptions: INodeParameters): Promise<NodeApiError | undefined> {
		const credential = { apiKey: API_KEY, baseUrl: fixture.portal.apiUrl };
		const context = toLoadOptionsContext(credential, { requestOptions });
		return await (listSearch.searchCustomers as (typeof listSearch)[string]).call(context).then(
			() => undefined,
			(error: unknown) => error as NodeApiError,
		);
	}
});
