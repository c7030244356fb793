import type { IDataObject } from 'n8n-workflow';
import { type Page, readPages, readWholeList } from '../../../nodes/shared/transport/pages';
import type { ApiRequest } from '../../../nodes/shared/transport/request';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, useFakeTime } from '../fakeTime';
import { broken, connectTo, inOrder, json, type Script } from '../scriptedConnection';

useFakeTime();

const LIST: ApiRequest = {
	method: 'GET',
	url: '/invoices',
	answerField: 'data',
	query: { per: 2 },
};
const purpose = { noun: 'invoice', scope: 'invoices.read' };
const NEXT = 'https://portal.example/v1/invoices?page=';

/** A page with objects of these IDs. */
const page = (ids: unknown[], next?: string) =>
	json({ data: ids.map((id) => ({ id })), ...(next === undefined ? {} : { next_page_url: next }) });

async function read(script: Script, way: typeof readPages = readPages, stop?: Stop) {
	const scripted = await connectTo(script);
	const pages: Page[] = [];
	const ended = await inFakeTime(
		(async () => {
			for await (const each of way(scripted.connection, LIST, purpose, { stop })) pages.push(each);
		})(),
	);
	return { ...scripted, ...ended, ids: pages.map(({ objects }) => objects.map(({ id }) => id)) };
}

describe('pages', () => {
	it('are read until no next one is named, each with its own query', async () => {
		const { ids, requests, error } = await read(
			inOrder(page([1, 2], `${NEXT}2`), page([3], `${NEXT}3`), page([])),
		);
		expect(error).toBeUndefined();
		expect(ids).toEqual([[1, 2], [3], []]);
		expect(requests.map(({ qs }) => qs as IDataObject)).toEqual([
			{ per: 2 },
			{ page: '2' },
			{ page: '3' },
		]);
	});

	it('are read without a query where none is given', async () => {
		const { connection, requests } = await connectTo(inOrder(page([])));
		const { query: _none, ...request } = LIST;
		await readPages(connection, request, purpose).next();
		expect(requests[0]?.qs).toEqual({});
	});

	it.each([[''], [null], [7]])('end where the next one is %p', async (next) => {
		const { requests } = await read(inOrder(json({ data: [], next_page_url: next })));
		expect(requests).toHaveLength(1);
	});

	it('do not go round in a circle', async () => {
		const { error, requests } = await read(
			inOrder(page([1], `${NEXT}2`), page([2], `${NEXT}3`), page([3], `${NEXT}2`)),
		);
		expect(requests).toHaveLength(3);
		expect(error).toMatchObject({
			message: 'The API named the same page twice, so the list would never end',
			description: expect.stringContaining('set Limit') as string,
		});
	});

	it.each([
		[9, false],
		[10, true],
	])('may show nothing new %i times: refused is %p', async (times, isRefused) => {
		const { error } = await read((_request, before) =>
			page([1], before < times + 1 ? `${NEXT}${before + 2}` : undefined),
		);
		expect(error !== undefined).toBe(isRefused);
		if (isRefused) {
			expect(error).toMatchObject({
				message:
					'The API names one more page again and again with nothing new on it, so the list would never end',
			});
		}
	});

	it('may end with one that shows nothing new', async () => {
		const { error } = await read((_request, before) =>
			page([1], before < 10 ? `${NEXT}${before + 2}` : undefined),
		);
		expect(error).toBeUndefined();
	});

	it('count anew after something new', async () => {
		const { error } = await read((_request, before) =>
			page([before === 9 ? 2 : 1], before < 18 ? `${NEXT}${before + 2}` : undefined),
		);
		expect(error).toBeUndefined();
	});

	it('take what has no ID for new', async () => {
		const { error } = await read((_request, before) =>
			json({ data: [{ name: 'x' }], next_page_url: before < 14 ? `${NEXT}${before + 2}` : '' }),
		);
		expect(error).toBeUndefined();
	});

	it.each([
		[100_000, false],
		[100_001, true],
	])('with %i objects are too many: %p', async (count, isRefused) => {
		const many = json({ data: Array.from({ length: count }, () => ({})) });
		const { error } = await read(inOrder(many));
		expect(error).toEqual(
			isRefused
				? expect.objectContaining({
						message:
							'The list has more than 100000 objects, more than n8n can pass on from one node',
						description: 'Turn Return All off and set Limit to at most 100000.',
					})
				: undefined,
		);
	});

	it('are not read any more after a stop', async () => {
		const stop = new Stop();
		stop.now(new Error('enough'));
		expect((await read(inOrder(page([])), readPages, stop)).error).toEqual(new Error('enough'));
	});

	it('tell that a page behind the first is gone, and not that the address is wrong', async () => {
		const { error } = await read(inOrder(page([1], `${NEXT}2`), json({}, 404)));
		expect(error).toMatchObject({
			message: 'The API does not know page 2 of the list, which it named itself',
			description: 'The list may have become shorter while it was read. Run again.',
			status: 404,
		});
		const { error: first } = await read(inOrder(json({}, 404)));
		expect(first).toMatchObject({ message: 'The API has nothing at /invoices', status: 404 });
		const { error: other } = await read(inOrder(page([1], `${NEXT}2`), json({}, 403)));
		expect(other).toMatchObject({ status: 403 });
	});

	it.each([
		[{ data: {} }, 'The API answered without a list where one was expected'],
		[{ data: [1] }, 'The API answered with a list that holds something else than objects'],
		[{ data: [[]] }, 'The API answered with a list that holds something else than objects'],
		[{ data: [null] }, 'The API answered with a list that holds something else than objects'],
		[{ data: [{}, 'x'] }, 'The API answered with a list that holds something else than objects'],
	])('refuse %j', async (body, message) => {
		const { error } = await read(inOrder(json(body)));
		expect(error).toMatchObject({
			message,
			description:
				'Check that Base URL in the credential "Mine" is the address of the API (https://portal.example/v1 now).',
		});
	});

	it('explain an outage', async () => {
		expect((await read(inOrder(broken()))).error).toMatchObject({
			message: 'The connection to the API ended before an answer came',
		});
	});
});

describe('a whole list', () => {
	/** Pages of the list, one reading after the other; the first page is read again after each. */
	const readings = (...all: unknown[][][]): Script => {
		const comings = all.flatMap((pages) =>
			pages.map((ids, index) =>
				page(ids, index < pages.length - 1 ? `${NEXT}${index + 2}` : undefined),
			),
		);
		return inOrder(...comings);
	};

	it.each([
		['of one page is read once', [[[1, 2]]], 1],
		['whose first page is the same is read once', [[[1, 2], [3]], [[1, 2]]], 3],
		['to which something was added is read once', [[[1, 2], [3]], [[9, 1]]], 3],
		['to which a whole page was added is read once', [[[1, 2], [3]], [[8, 9]]], 3],
		['without IDs is read once', [[[undefined], [3]], [[undefined]]], 3],
		[
			'from which something went is read again',
			[[[1, 2], [3]], [[2, 3]], [[2, 3], [4]], [[2, 3]]],
			6,
		],
		[
			'to which something was added and from which something went is read again',
			[[[1, 2, 3], [4]], [[9, 1, 3]], [[9, 1, 3], [4]], [[9, 1, 3]]],
			6,
		],
	] as Array<[string, unknown[][][], number]>)('%s', async (_name, pages, count) => {
		const { error, requests } = await read(readings(...pages), readWholeList);
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(count);
		expect(requests.at(-1)?.qs).toEqual({ per: 2 });
	});

	it('gives all that it reads, the second reading as well', async () => {
		const script = readings([[1, 2], [3]], [[2, 3]], [[2, 3], [4]], [[2, 3]]);
		expect((await read(script, readWholeList)).ids).toEqual([[1, 2], [3], [2, 3], [4]]);
	});

	it('is given up after three readings', async () => {
		const { error, requests } = await read(
			readings([[1, 2], [3]], [[2, 3]], [[2, 3], [4]], [[3, 4]], [[3, 4], [5]], [[4, 5]]),
			readWholeList,
		);
		expect(requests).toHaveLength(9);
		expect(error).toMatchObject({
			message:
				'Objects were removed each time that the list was read, 3 times in a row, so some may be missing',
			description: 'Run again when nothing is removed in the portal.',
		});
	});
});

describe('the query of the next page', () => {
	const nextOf = async (given: unknown) => {
		const { requests, error } = await read(
			inOrder(json({ data: [], next_page_url: given }), json({ data: [] })),
		);
		if (error !== undefined) throw error as Error;
		return requests[1]?.qs as unknown;
	};

	it.each([
		[`${NEXT}2`, { page: '2' }],
		['/v1/invoices?page=3', { page: '3' }],
		['http://portal.example:8080/x?page=3,', { page: '3' }],
		[`${NEXT}3,,&a=b,c`, { page: '3', a: 'b,c' }],
		[`${NEXT},`, { page: '' }],
		[`${NEXT}1&a[]=1&a[]=2,&[]=x&b[]c=y`, { page: '1', a: ['1', '2'], '[]': 'x', 'b[]c': 'y' }],
	])('in %j is %j', async (given, query) => {
		expect(await nextOf(given)).toEqual(query);
	});

	it.each(['https://evil.example/v1?page=2', 'https://portal.example.evil/v1', 'http://['])(
		'is not taken from %s',
		async (given) => {
			await expect(nextOf(given)).rejects.toThrow(
				'The API named a next page outside of portal.example, which was not fetched to keep the API key safe',
			);
		},
	);
});
