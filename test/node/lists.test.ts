import './fastClock';
import { runNode, type RunOutput } from './engine';
import { API_KEY } from './portalFixture';
import { json, type ScriptedApi, startScriptedApi } from './scriptedApi';

let api: ScriptedApi;
beforeEach(async () => {
	api = await startScriptedApi();
});
afterEach(() => api.close());

async function getAll(parameters = {}): Promise<RunOutput> {
	return await runNode({
		parameters: { resource: 'offer', operation: 'getAll', returnAll: true, ...parameters },
		credential: { apiKey: API_KEY, baseUrl: api.apiUrl },
	});
}

const idsOf = ({ items }: RunOutput) => items.map(({ json: { id } }) => id);
const offer = (number: number) => ({ id: `off_${number}` });
const offers = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => offer(from + index));

/** Serves what is in the portal at that moment, page by page, and lets something happen after each page. */
function serve(inPortal: object[], perPage: number, afterPage: (number: number) => void): void {
	api.answer = (_request, response, url) => {
		const number = Number(url.searchParams.get('page') ?? 1);
		const data = inPortal.slice((number - 1) * perPage, number * perPage);
		const hasMore = inPortal.length > number * perPage;
		json(response, { data, next_page_url: hasMore ? `${api.apiUrl}/x?page=${number + 1}` : null });
		afterPage(number);
	};
}

describe('Return All', () => {
	it('misses nothing when objects are removed in front while it reads', async () => {
		const inPortal = offers(1, 60);
		let removals = 3;
		serve(inPortal, 10, () => {
			if (removals-- > 0) inPortal.splice(0, 3);
		});
		const output = await getAll();
		expect(output.error).toBeUndefined();
		const ids = idsOf(output);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { id } of inPortal as Array<{ id: string }>) expect(ids).toContain(id);
	});

	it('is not read again because of what was added', async () => {
		const inPortal = offers(1, 25);
		let added = 0;
		serve(inPortal, 10, () => inPortal.unshift(offer(1000 + added++)));
		const output = await getAll();
		expect(output.error).toBeUndefined();
		expect(new Set(idsOf(output)).size).toBe(idsOf(output).length);
		expect(idsOf(output)).toEqual(expect.arrayContaining(offers(1, 25).map(({ id }) => id)));
		expect(api.requests.filter((line) => !line.includes('page='))).toHaveLength(2);
	});

	it('says so when objects are removed each time it reads', async () => {
		const inPortal = offers(1, 90);
		serve(inPortal, 10, () => inPortal.splice(0, 1));
		const { error } = await getAll();
		expect(error?.message).toContain('Objects were removed each time that the list was read');
	});

	it('reads a list of one page once', async () => {
		serve(offers(1, 10), 10, () => undefined);
		expect(idsOf(await getAll())).toHaveLength(10);
		expect(api.requests).toEqual(['GET /customer-offers']);
	});
});

describe('a list without end is left', () => {
	it.each([
		['empty pages', () => []],
		['the same objects on each', () => offers(1, 5)],
	])('%s', async (_name, dataOf) => {
		let page = 1;
		api.answer = (_request, response) => {
			json(response, { data: dataOf(), next_page_url: `${api.apiUrl}/x?page=${++page}` });
		};
		const { error } = await getAll();
		expect(error?.message).toContain('so the list would never end');
		expect(api.requests.length).toBeLessThanOrEqual(11);
	});

	it('but not because of some empty pages before others', async () => {
		api.answer = (_request, response, url) => {
			const number = Number(url.searchParams.get('page') ?? 1);
			const next = number < 8 ? `${api.apiUrl}/x?page=${number + 1}` : null;
			json(response, { data: number % 4 === 0 ? [offer(number)] : [], next_page_url: next });
		};
		expect(idsOf(await getAll())).toEqual(['off_4', 'off_8']);
	});
});

it('more objects than n8n can pass on are refused with a sentence, and Limit reads them', async () => {
	api.answer = (_request, response, url) => {
		const number = Number(url.searchParams.get('page') ?? 0);
		const data = offers(number * 10_000, 10_000);
		json(response, { data, next_page_url: `${api.apiUrl}/x?page=${number + 1}` });
	};
	const { error } = await getAll();
	expect(error?.message).toContain('The list has more than 100000 objects');
	expect(error?.description).toContain('set Limit to at most 100000');
	expect(api.requests).toHaveLength(11);
	const limited = await getAll({ returnAll: false, limit: 100_000 });
	expect(limited.error).toBeUndefined();
	expect(limited.items).toHaveLength(100_000);
});

/** Serves so many objects, 15 on a page; behind the last page, what the API would answer there. */
function serveLong(count: number, behind: (pages: number) => number): void {
	const pages = Math.ceil(count / 15);
	api.answer = (_request, response, url) => {
		const asked = Number(url.searchParams.get('page') ?? 1);
		const number = asked > pages ? behind(pages) : asked;
		const from = (number - 1) * 15 + 1;
		const data = offers(from, Math.max(0, Math.min(15, count - from + 1)));
		const next = number < pages ? `${api.apiUrl}/x?page=${number + 1}` : null;
		json(response, { data, from: data.length > 0 ? from : 0, next_page_url: next });
	};
}

it('a list of 200,000 objects is refused after some pages, not after hours', async () => {
	serveLong(200_000, (pages) => pages + 1);
	const { error } = await getAll();
	expect(error?.message).toContain('The list has more than 100000 objects');
	expect(api.requests).toHaveLength(71);
});

it.each([
	['nothing', (pages: number) => pages + 1],
	['its last page', (pages: number) => pages],
])('a list of 1,100 objects behind which %s comes is read whole', async (_name, behind) => {
	serveLong(1100, behind);
	const output = await getAll();
	expect(output.error).toBeUndefined();
	expect(idsOf(output)).toHaveLength(1100);
});

it.each([['null'], ['"text"'], ['7'], ['[]']])(
	'a list with %s among its objects is told in a sentence',
	async (entry) => {
		api.answer = (_request, response) => {
			response.end(`{"data":[{"id":"off_1"},${entry},{"id":"off_2"}],"next_page_url":null}`);
		};
		const { error } = await getAll();
		expect(error?.message).toContain('a list that holds something else than objects');
	},
);

it('404 on a later page tells of the page, not of an object', async () => {
	api.answer = (_request, response, url) => {
		const number = Number(url.searchParams.get('page') ?? 1);
		if (number === 3) return json(response, { message: 'Not Found' }, 404);
		return json(response, {
			data: [offer(number)],
			next_page_url: `${api.apiUrl}/x?page=${number + 1}`,
		});
	};
	const { error } = await getAll();
	expect(error?.message).toBe(
		'The API does not know page 3 of the list, which it named itself [item 0]',
	);
});

it('a list in the address of the next page is followed with all of its values', async () => {
	api.answer = (_request, response, url) => {
		const next = `${api.apiUrl}/x?a[]=1&a[]=2&b=3,,`;
		json(response, { data: [], next_page_url: url.search === '' ? next : null });
	};
	await getAll({ returnAll: false });
	const query = new URL(api.requests[1]?.replace('GET ', api.apiUrl) ?? '').searchParams;
	expect([...query]).toEqual([
		['a[0]', '1'],
		['a[1]', '2'],
		['b', '3'],
	]);
});

it('an answer that comes drop by drop does not outlive Timeout', async () => {
	const drops: NodeJS.Timeout[] = [];
	api.answer = (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.write('{');
		drops.push(setInterval(() => response.write(' '), 50));
	};
	const { error } = await getAll({ requestOptions: { timeout: 400 } });
	drops.forEach(clearInterval);
	expect(error?.message).toContain('The connection to the API ended before an answer came');
	expect(api.requests).toHaveLength(4);
});
