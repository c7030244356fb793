import type { IDataObject } from 'n8n-workflow';
import type { Creation } from '../../../nodes/MijnKlantportaal/execution/creation';
import { perform } from '../../../nodes/MijnKlantportaal/execution/perform';
import {
	outcomeOfEarlierTry,
	outputOf,
	performOnce,
} from '../../../nodes/MijnKlantportaal/execution/performOnce';
import { nameOf } from '../../../nodes/MijnKlantportaal/execution/subject';
import { isClaimed } from '../../../nodes/shared/objects/claims';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { Failure } from '../../../nodes/shared/transport/failure';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { broken, inOrder, json, type Script } from '../scriptedConnection';
import { jobAt } from './jobs';

useFakeTime();

const made: IDataObject = { id: 'cst_1', companyName: 'Jan', city: 'Utrecht' };

async function performing(script: Script, given: Parameters<typeof jobAt>[1] = {}) {
	const scripted = await jobAt(script, given);
	return { ...scripted, ...(await inFakeTime(perform(scripted.job))) };
}

describe('an operation on one object', () => {
	it('gives the answer', async () => {
		const { result, connection, job } = await performing(inOrder(json(made, 201)));
		expect(result).toEqual([{ json: made }]);
		expect(isClaimed(connection, made)).toBe(true);
		expect(job.hold.passage().isClosed).toBe(false);
	});

	it('is simplified where that is wanted', async () => {
		const operation = { simplified: ['id', 'city'] };
		const simple = await performing(inOrder(json(made)), { operation });
		expect(simple.result).toEqual([{ json: { id: 'cst_1', city: 'Utrecht' } }]);
		const whole = await performing(inOrder(json(made)), {
			operation,
			own: { filterValues: { simplify: false } },
		});
		expect(whole.result).toEqual([{ json: made }]);
	});

	it('reads where it changes nothing', async () => {
		const operation = { method: 'GET', url: '/customers/cst_1' };
		const { result, took } = await performing(inOrder(broken(), json(made)), { operation });
		expect([result, took]).toEqual([[{ json: made }], 1000]);
		const { error } = await performing(inOrder(json({ message: 'No.' }, 404)), { operation });
		expect(error).toMatchObject({ message: 'No.', status: 404 });
	});

	it('does not read after the run was stopped, and tells of the limit', async () => {
		const operation = { method: 'GET', url: '/customers/cst_1' };
		const stop = new Stop();
		stop.now(new Error('enough'));
		const { error } = await performing(inOrder(json(made)), { operation, own: { stop } });
		expect(error).toEqual(new Error('enough'));
		const onLimit = jest.fn();
		const limit = json({}, 429, { 'retry-after': '2' });
		await performing(inOrder(limit, json(made)), { operation, own: { onLimit } });
		await performing(inOrder(limit, json(made)), { own: { onLimit } });
		expect(onLimit.mock.calls).toEqual([[2000], [2000]]);
	});

	it('sends what is made of what was given, and adds what goes with it', async () => {
		const complete = (body: IDataObject) => ({
			body: { name: body.companyName },
			added: { total: '1.00' },
		});
		const { result, requests } = await performing(inOrder(json(made)), { operation: { complete } });
		expect(requests[0]?.body).toEqual({ name: 'Jan' });
		expect(result).toEqual([{ json: { ...made, total: '1.00' } }]);
	});
});

describe('a change whose answer does not tell', () => {
	const list =
		(objects: IDataObject[]): Script =>
		({ method }, count) =>
			method === 'GET' ? json({ data: objects }) : count === 0 ? broken() : json(made);

	it('is looked for', async () => {
		const { result, lines } = await performing(list([made]));
		expect(result).toEqual([{ json: made }]);
		expect(lines).toEqual(['POST /customers', 'GET /customers']);
	});

	it('is made again where it was not made', async () => {
		const { lines } = await performing(list([]));
		expect(lines).toEqual([
			'POST /customers',
			'GET /customers',
			'GET /customers',
			'POST /customers',
		]);
	});

	it('is not made again where another item has failed', async () => {
		const { job, lines, stop } = await jobAt(list([]));
		const failing = perform(job).catch((cause: unknown) => cause);
		await pass(2000);
		stop.now(new Error('enough'));
		await pass(60_000);
		expect(await failing).toMatchObject({ isUndecided: false });
		expect(lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	it('holds the others back meanwhile, and lets them go on afterwards', async () => {
		const { job } = await jobAt(list([made]));
		const passage = job.hold.passage();
		const ended = inFakeTime(perform(job));
		await pass(500);
		expect(passage.isClosed).toBe(true);
		await ended;
		await pass(1);
		expect(passage.isClosed).toBe(false);
	});

	it('leaves it to one at a time to try, where it is not known in the end', async () => {
		const { job, error } = await performing(() => broken());
		expect(error).toMatchObject({ isUndecided: true });
		expect(job.hold.passage().isClosed).toBe(true);
	});

	it.each([
		['a refusal', json({ message: 'No.' }, 422), false],
		['a time-out of the API', json({}, 408), true],
		['an outage', json({}, 500), true],
	])('lets the others go on after %s to the second try: %#', async (_name, second, isClosed) => {
		const { job, error } = await performing(({ method }, count) =>
			method === 'GET' ? json({ data: [] }) : count === 0 ? broken() : second,
		);
		expect(error).toBeDefined();
		await pass(1);
		expect(job.hold.passage().isClosed).toBe(isClosed);
	});

	it('is what it makes, where that is of another kind', async () => {
		const { lines } = await performing(list([]), {
			operation: { url: '/customers/cst_1/invoices', makes: portalObjects.invoice },
		});
		expect(lines[1]).toBe('GET /customer-invoices');
	});
});

it('a refused change tells why, and lets the others go on', async () => {
	const { job, error, requests } = await performing(inOrder(json({ message: 'No.' }, 422)));
	expect(error).toMatchObject({ message: 'No.', status: 422, isUndecided: false });
	expect(requests).toHaveLength(1);
	expect(job.hold.passage().isClosed).toBe(false);
});

it('a change that never reached the API has failed', async () => {
	const { error, lines } = await performing(() => broken('ECONNREFUSED', 'connect'));
	expect(error).toMatchObject({
		message: 'No connection to portal.example, so nothing was sent',
		isUndecided: false,
	});
	expect(lines).toHaveLength(4);
});

describe('a removal', () => {
	const operation = {
		method: 'DELETE',
		url: '/customers/cst_1',
		recovery: { kind: 'readBack', isDone: ({ status }: IDataObject) => status === 'closed' },
	};
	const removing = async (script: Script) => await performing(script, { operation, body: {} });

	it('without content is read back, as far as that can be', async () => {
		expect((await removing(inOrder(json('', 204), json(made)))).result).toEqual([{ json: made }]);
		const gone = await removing(inOrder(json('', 204), json({}, 404)));
		expect(gone.result).toEqual([{ json: { id: 'cst_1' } }]);
	});

	it('that was sent again and refused then may have been carried out', async () => {
		const closed = { ...made, status: 'closed' };
		const refused = json({ message: 'Closed already.' }, 409);
		expect((await removing(inOrder(broken(), refused, json(closed)))).result).toEqual([
			{ json: closed },
		]);
		const { error, job } = await removing(inOrder(broken(), refused, json(made)));
		expect(error).toMatchObject({ message: 'Closed already.', status: 409 });
		expect(job.hold.passage().isClosed).toBe(false);
	});

	it('that was made before is refused, and counts as done', async () => {
		const closed = { ...made, status: 'closed' };
		const refused = json({ message: 'Closed already.' }, 422);
		const again = await removing(inOrder(refused, json(closed)));
		expect(again.result).toEqual([{ json: closed }]);
		expect(again.lines).toEqual(['DELETE /customers/cst_1', 'GET /customers/cst_1']);
		const { error, job } = await removing(inOrder(refused, json(made)));
		expect(error).toMatchObject({ message: 'Closed already.', status: 422, isUndecided: false });
		expect(job.hold.passage().isClosed).toBe(false);
	});

	it('that was sent again and did not reach the API then is in doubt', async () => {
		const script = ({ method }: { method?: string }, count: number) =>
			method === 'GET' ? json(made) : count === 0 ? broken() : broken('ECONNREFUSED', 'connect');
		const { error, lines } = await removing(script);
		expect(lines.some((line) => line.startsWith('GET'))).toBe(true);
		expect(error).toMatchObject({ isUndecided: false });
	});
});

describe('a list', () => {
	const operation = { method: 'GET', output: 'list' };
	const page = (ids: unknown[], next?: number) =>
		json({
			data: ids.map((id) => ({ id })),
			...(next === undefined
				? {}
				: { next_page_url: `https://portal.example/v1/customers?page=${next}` }),
		});
	const listing = async (script: Script, parameters: Record<string, unknown> = {}, own = {}) => {
		const { result = [], ...ended } = await performing(script, {
			operation: { ...operation, ...own },
			parameters,
		});
		return { ...ended, ids: result.map(({ json: { id } }) => id) };
	};

	it('is read as a whole, each object once', async () => {
		const { ids, requests } = await listing(inOrder(page([1, 2], 2), page([2, 3]), page([1, 2])));
		expect(ids).toEqual([1, 2, 3]);
		expect(requests).toHaveLength(3);
	});

	it('shows objects without ID as often as they come', async () => {
		expect((await listing(inOrder(page([undefined, undefined])))).ids).toHaveLength(2);
	});

	it('is read up to Limit', async () => {
		const { ids, requests } = await listing(inOrder(page([1, 2], 2), page([3, 4], 3)), {
			returnAll: false,
			limit: 3,
		});
		expect(ids).toEqual([1, 2, 3]);
		expect(requests).toHaveLength(2);
		const first = await listing(inOrder(page([1, 2], 2), page([3])), {
			returnAll: 'false',
			limit: '2',
		});
		expect(first.requests).toHaveLength(1);
	});

	it('has a limit of fifty', async () => {
		const many = Array.from({ length: 60 }, (_, index) => index);
		expect((await listing(inOrder(page(many)), { returnAll: false })).ids).toHaveLength(50);
	});

	it.each([
		[
			{ returnAll: 'perhaps' },
			'Return All is neither true nor false: "perhaps"',
			'Use true or false. Nothing was sent.',
		],
		[
			{ returnAll: false, limit: 0 },
			'Limit is not a whole number above zero: 0',
			'Use a number such as 1 or 20. Nothing was sent.',
		],
	])('refuses %j', async (parameters, message, description) => {
		const { error, requests } = await listing(inOrder(page([1])), parameters);
		expect(error).toMatchObject({ message, description });
		expect(requests).toEqual([]);
	});
});

describe('the data of an answer', () => {
	const operation = { output: 'data' };

	it('is an item for each object', async () => {
		const { result } = await performing(inOrder(json({ data: [{ id: 1 }, { id: 2 }] })), {
			operation,
		});
		expect(result?.map(({ json: { id } }) => id)).toEqual([1, 2]);
	});

	it('has to be a list', async () => {
		const { error } = await performing(inOrder(json({ data: {} })), { operation });
		expect(error).toMatchObject({
			message: 'The API answered without a list where one was expected',
			description: 'The request was carried out. Look at the result in the portal.',
		});
	});
});

describe('what is created unless it exists', () => {
	const creationOf = (own: Partial<Creation>): Creation => ({
		ifExists: 'useExisting',
		object: portalObjects.customer,
		keys: [{ companyName: 'Jan' }],
		agreeing: {},
		displayNameOf: (name) => name,
		checkedAt: performance.now(),
		begunAt: performance.now(),
		...own,
	});

	it('says whether it existed', async () => {
		const anew = await performing(inOrder(json(made)), { own: { creation: creationOf({}) } });
		expect(anew.result).toEqual([{ json: { ...made, alreadyExisted: false } }]);
		const used = await performing(inOrder(json(made)), {
			own: { creation: creationOf({ existing: made }) },
		});
		expect(used.result).toEqual([{ json: { ...made, alreadyExisted: true } }]);
		expect(used.requests).toEqual([]);
	});

	describe('or changed', () => {
		const field = (name: string, place?: string) => ({
			property: { name, displayName: name, type: 'string', default: '' },
			mapping: { place, read: (value: unknown) => value },
		});
		const change = {
			method: 'PATCH',
			value: 'update',
			output: 'object',
			fields: [field('companyName'), field('city'), field('page', 'query')],
			recovery: { kind: 'readBack', isDone: () => true },
		};
		const upserting = async (
			body: IDataObject,
			existing: IDataObject,
			upsert: unknown = { change },
		) =>
			await performing(inOrder(json({ ...existing, changed: true })), {
				operation: { upsert },
				body,
				own: { creation: creationOf({ ifExists: 'update', existing }) },
			});

		it('sends what differs of what can be changed', async () => {
			const body = { companyName: 'Jan', city: 'Zeist', page: 'x', other: 'y' };
			const { result, requests } = await upserting(body, made);
			expect(requests[0]).toMatchObject({
				method: 'PATCH',
				url: '/customers/cst_1',
				body: { city: 'Zeist' },
			});
			expect(result?.[0]?.json).toMatchObject({ changed: true, alreadyExisted: true });
		});

		it('sends nothing where nothing differs, or nothing can be changed', async () => {
			const same = await upserting({ companyName: 'Jan', city: 'Utrecht' }, made);
			expect([same.requests.length, same.result?.[0]?.json]).toEqual([
				0,
				{ ...made, alreadyExisted: true },
			]);
			expect((await upserting({ city: 'Zeist' }, made, null)).requests.length).toBeLessThanOrEqual(
				1,
			);
		});
	});
});

describe('with Retry On Fail', () => {
	const run = () => {
		const outcomes = new Map<number, unknown>();
		const noteItem = jest.fn();
		const passOver = jest.fn();
		const noteFate = jest.fn();
		return {
			outcomes,
			passOver,
			noteFate,
			outcomeOf: (index: number) => outcomes.get(index),
			keep: (indexes: number[], outcome: unknown) =>
				indexes.forEach((index) => outcomes.set(index, outcome)),
			isInDoubt: false,
			progress: { noteItem },
		};
	};
	const once = async (script: Script, at: ReturnType<typeof run>, operation = {}) => {
		const scripted = await jobAt(script, { operation });
		const work = { job: scripted.job, itemIndexes: [3, 4] };
		return { ...scripted, ...(await inFakeTime(performOnce(work, at as never))) };
	};
	const again = (at: ReturnType<typeof run>, itemIndex: number, isAlone = false) =>
		outcomeOfEarlierTry(itemIndex, at as never, isAlone);

	it('what was carried out comes out of each of its items as it did', async () => {
		const at = run();
		const { result = [] } = await once(inOrder(json(made)), at);
		expect(at.progress.noteItem).toHaveBeenCalledTimes(1);
		const pairedItem = [{ item: 3 }, { item: 4 }];
		expect(again(at, 3)).toEqual(result.map((item) => ({ ...item, pairedItem })));
		expect(again(at, 4)).toEqual([]);
		expect(again(at, 5)).toBeUndefined();
		expect(at.passOver.mock.calls).toEqual([[3], [4]]);
		const fate = { kind: 'done', name: nameOf((await jobAt(inOrder())).job, made) };
		expect(at.noteFate.mock.calls).toEqual([[[3, 4], fate]]);
	});

	it('what may have been carried out stays in doubt', async () => {
		const at = run();
		const { error } = await once(() => broken(), at);
		expect(error).toBeInstanceOf(Failure);
		for (const itemIndex of [3, 4]) expect(() => again(at, itemIndex)).toThrow(error as Failure);
		expect(at.passOver.mock.calls).toEqual([[3], [4]]);
	});

	it('nothing more is sent of a run in doubt, but of items that go their own way', () => {
		const at = { ...run(), isInDoubt: true };
		expect(again(at, 5)).toEqual([]);
		expect(again(at, 5, true)).toBeUndefined();
	});

	it('what failed, and what does no harm twice, is tried again', async () => {
		const at = run();
		await once(inOrder(json({}, 422)), at);
		await once(() => broken(), at, { recovery: { kind: 'repeat' } });
		expect(at.outcomes.size).toBe(0);
		const odd = await once(() => ({ error: Object.assign(new Error('odd')) }), at);
		expect(odd.error).toBeInstanceOf(Failure);
		expect(at.outcomes.size).toBe(0);
	});

	it('what reads is read again', async () => {
		const at = run();
		await once(inOrder(json(made)), at, { method: 'GET' });
		expect(at.outcomes.size).toBe(0);
	});
});

it('the output of rows is that of the first, paired with all', () => {
	const items = [{ json: { id: 1 } }, { json: { id: 2 } }];
	const work = (...itemIndexes: number[]) => ({ itemIndexes }) as never;
	expect(outputOf(3, work(3), items)).toEqual([
		{ json: { id: 1 }, pairedItem: { item: 3 } },
		{ json: { id: 2 }, pairedItem: { item: 3 } },
	]);
	expect(outputOf(3, work(3, 5), items)[0]?.pairedItem).toEqual([{ item: 3 }, { item: 5 }]);
	expect(outputOf(5, work(3, 5), items)).toEqual([]);
});
