import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { carryOutAlone } from '../../../nodes/MijnKlantportaal/execution/carryOutAlone';
import { carryOutTogether } from '../../../nodes/MijnKlantportaal/execution/carryOutTogether';
import { Check } from '../../../nodes/MijnKlantportaal/execution/check';
import { Narrowing } from '../../../nodes/MijnKlantportaal/execution/narrowing';
import type { CheckedItem } from '../../../nodes/MijnKlantportaal/execution/prepare';
import { isToolCall, Run, RunStopped } from '../../../nodes/MijnKlantportaal/execution/run';
import { HOW_TO_GO_ON, whenRunAgain } from '../../../nodes/MijnKlantportaal/execution/runningAgain';
import { simplify } from '../../../nodes/MijnKlantportaal/execution/simplified';
import { nameOf, subjectOf } from '../../../nodes/MijnKlantportaal/execution/subject';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { Failure } from '../../../nodes/shared/transport/failure';
import { ExecutionCancelled, Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { broken, connectTo, json, type Script } from '../scriptedConnection';
import { operationOf } from './jobs';

useFakeTime();

/** What the engine tells the items of a run. */
function itemsOf(count: number, own: { node?: object; data?: object; signal?: AbortSignal } = {}) {
	const executeData = {
		node: { name: 'Portal' },
		data: own.data ?? { main: [Array.from({ length: count }, () => ({ json: {} }))] },
	};
	return (itemIndex: number) => ({
		getItemIndex: () => itemIndex,
		getExecuteData: () => executeData,
		getExecutionCancelSignal: () => own.signal,
		getExecutionId: () => '1',
		getNode: () => ({ name: 'Portal', type: 'mijnKlantportaal', parameters: {}, ...own.node }),
		continueOnFail: () => false,
		logger: { info: () => undefined },
	});
}

const begin = (context: unknown) => Run.begin(context as never, { url: '' });

describe('a run', () => {
	it('is one for all items that the engine gives the same data', () => {
		const items = itemsOf(3);
		const run = begin(items(0));
		expect(run.itemCount).toBe(3);
		expect(begin(items(1))).toBe(run);
		expect(begin(itemsOf(3)(1))).not.toBe(run);
	});

	it('is known by the request of the item', () => {
		const items = itemsOf(2);
		const request = { url: '' };
		const run = Run.begin(items(0) as never, request);
		expect(Run.of(items(0) as never, request)).toBe(run);
		expect(Run.of(items(0) as never, { url: '' })).not.toBe(run);
	});

	it('begins anew with an item that comes a second time, and remembers what is done', () => {
		const items = itemsOf(2);
		const run = begin(items(0));
		const outcome = { items: [], name: '', itemIndexes: [0] };
		run.keep([0], outcome);
		const again = begin(items(0));
		expect(again).not.toBe(run);
		expect(again.outcomeOf(0)).toBe(outcome);
		expect(again.outcomeOf(1)).toBeUndefined();
		expect(again.begunAt).toBe(run.startedAt);
	});

	it('has as many items as it is given, one where it is executed once, or called by an agent', () => {
		expect(begin(itemsOf(3, { node: { executeOnce: true } })(0)).itemCount).toBe(1);
		expect(begin(itemsOf(1, { data: { ai_tool: [[1, 2]] } })(0)).itemCount).toBe(2);
		expect(begin(itemsOf(1, { data: {} })(0)).itemCount).toBe(1);
		const tool = itemsOf(3, { node: { type: 'mijnKlantportaalTool' } });
		expect(begin(tool(0)).itemCount).toBe(1);
		expect(begin(tool(1))).not.toBe(begin(tool(0)));
	});

	it.each([
		[{}, false],
		[{ type: 'mijnKlantportaalTool' }, true],
		[{ name: 'Agent' }, true],
	])('with %j is the call of a tool: %p', (node, expected) => {
		expect(isToolCall(itemsOf(1, { node })(0) as never)).toBe(expected);
	});

	it('stops with its execution, and when an item has failed', () => {
		const controller = new AbortController();
		const run = begin(itemsOf(3, { signal: controller.signal })(0));
		run.noteFate([0], { kind: 'done', name: '' });
		run.noteFate([1], { kind: 'unsent', name: '' });
		expect(run.stop.reason).toBeUndefined();
		run.noteFate([2], { kind: 'failed', name: '', reason: 'No' });
		expect(run.stop.reason).toBeInstanceOf(RunStopped);
		expect(run.stop.reason).toMatchObject({
			name: 'RunStopped',
			message: 'Another item of this run failed',
		});
		expect(run.cancelled.reason).toBeUndefined();
		controller.abort();
		expect(run.cancelled.reason).toBeInstanceOf(ExecutionCancelled);
		const unknown = begin(itemsOf(1)(0));
		unknown.noteFate([0], { kind: 'unknown', name: '' });
		expect(unknown.stop.reason).toBeInstanceOf(RunStopped);
	});

	it('has ended when all items have, also those that were carried out together', async () => {
		const run = begin(itemsOf(3)(0));
		let isOver = false;
		void run.allEnded.then(() => (isOver = true));
		run.noteFate([0, 2], { kind: 'done', name: '' });
		await pass(1);
		expect(isOver).toBe(false);
		run.noteFate([1], { kind: 'done', name: '' });
		await pass(1);
		expect(isOver).toBe(true);
	});

	it('waits for a row that does not come as long as the engine pauses between items', async () => {
		for (const [batchInterval, wait] of [
			[5000, 7000],
			[0, 2000],
			[-1, 2000],
			['x', 2000],
		] as const) {
			const parameters = { requestOptions: { batching: { batch: { batchInterval } } } };
			const run = begin(itemsOf(2, { node: { parameters } })(0));
			run.rows.note(
				0,
				{ joining: {} as never, noun: 'invoice', number: 'F-1', customer: 'x' },
				new Failure('a', 'b'),
			);
			let isOver = false;
			run.rows.workOf(0).catch(() => (isOver = true));
			await pass(wait - 1);
			expect(isOver).toBe(false);
			await pass(wait);
			expect(isOver).toBe(true);
		}
	});
});

describe('a check', () => {
	it('waits until all items were checked, and tells what is wrong with all', async () => {
		const check = new Check(3, new Stop());
		const problems: unknown[] = [];
		const entering = [check.in(0, 'wrong'), check.in(1, undefined)].map(async (each) =>
			problems.push(...(await each)),
		);
		await pass(1000);
		expect(problems).toEqual([]);
		expect([...(await check.in(2, 'odd'))]).toEqual([
			[0, 'wrong'],
			[2, 'odd'],
		]);
		await Promise.all(entering);
		expect(problems).toHaveLength(4);
	});

	it('ends with the execution, and no longer listens afterwards', async () => {
		const stop = new Stop();
		const waiting = inFakeTime(new Check(2, stop).in(0, undefined));
		stop.now(new Error('enough'));
		expect((await waiting).error).toEqual(new Error('enough'));
		const leave = jest.fn();
		const other = new Stop();
		jest.spyOn(other, 'onStop').mockReturnValue(leave);
		await new Check(1, other).in(0, undefined);
		expect(leave).toHaveBeenCalledTimes(1);
	});
});

/** Runs items together or alone, whose values are right or wrong. */
async function running(
	script: Script,
	items: Array<string | Failure>,
	{
		way = carryOutTogether,
		operation = {},
		signal,
	}: { way?: typeof carryOutTogether; operation?: object; signal?: AbortSignal } = {},
) {
	const scripted = await connectTo(script);
	const contexts = itemsOf(items.length, { signal });
	const whole = operationOf(operation);
	const ends = items.map(async (item, index) => {
		const node = scripted.context.getNode();
		const context = {
			...scripted.context,
			...contexts(index),
			getNode: () => ({ ...node, name: 'Portal' }),
			getNodeParameter: (_name: string, fallback: unknown) => fallback,
		} as unknown as IExecuteSingleFunctions;
		const options = { url: whole.url, body: { companyName: item } as IDataObject };
		const run = Run.begin(context, options);
		await Promise.resolve();
		const checked: CheckedItem | Failure =
			item instanceof Failure
				? item
				: {
						context,
						resource: { value: 'customer', object: portalObjects.customer, operations: [whole] },
						operation: whole,
						options,
					};
		return await way(checked, undefined, run, index).then(
			(result) => result.map(({ json: { id }, pairedItem }) => [id, pairedItem]),
			(error: Failure) => error,
		);
	});
	const { result = [] } = await inFakeTime(Promise.all(ends));
	return { ...scripted, ends: result };
}

const wrong = (text: string) => new Failure(`${text} is wrong`, 'Mend it.');
const creating: Script = ({ body }) =>
	json({ id: `cst_${String((body as IDataObject).companyName)}`, ...(body as object) });

describe('items that go together', () => {
	it('give one output each', async () => {
		const { ends } = await running(creating, ['a', 'b']);
		expect(ends).toEqual([[['cst_a', { item: 0 }]], [['cst_b', { item: 1 }]]]);
	});

	it('are not sent where one is wrong, which tells of all', async () => {
		const { ends, requests } = await running(creating, ['a', wrong('Amount'), wrong('Date')]);
		expect(requests).toEqual([]);
		expect(ends[0]).toEqual([]);
		expect(ends[1]).toEqual(new Failure('Amount is wrong', 'x'));
		expect((ends[1] as Failure).description).toBe(
			'Mend it. Values of other items cannot be sent either:\n- item 2: Date is wrong',
		);
		expect((ends[2] as Failure).description).toBe(
			'Mend it. Values of other items cannot be sent either:\n- item 1: Amount is wrong',
		);
	});

	it('tell only of themselves where nothing else is wrong, and of ten others at most', async () => {
		const [, only] = (await running(creating, ['a', wrong('Amount')])).ends;
		expect((only as Failure).description).toBe('Mend it.');
		const many = (
			await running(
				creating,
				Array.from({ length: 13 }, (_, index) => wrong(`V${index}`)),
			)
		).ends;
		const lines = (many[0] as Failure).description.split('\n');
		expect(lines).toHaveLength(12);
		expect(lines[1]).toBe('- item 1: V1 is wrong');
		expect(lines.at(-1)).toBe('- and items 11 to 12');
		const eleven = (
			await running(
				creating,
				Array.from({ length: 11 }, (_, index) => wrong(`V${index}`)),
			)
		).ends;
		expect((eleven[0] as Failure).description.split('\n').at(-1)).toBe('- item 10: V10 is wrong');
	});

	it('end when one fails, which tells what became of all', async () => {
		const { ends, requests } = await running(
			({ body }, count) =>
				count === 1 ? json({ message: 'No.' }, 422) : creating({ body } as never, count),
			['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
		);
		expect(requests.length).toBeLessThan(9);
		const failed = ends.filter((end) => end instanceof Failure);
		expect(failed).toHaveLength(1);
		const [failure] = failed as Failure[];
		expect(failure).toMatchObject({ message: 'No.', status: 422 });
		expect(failure?.description.split('\n')[0]).toMatch(
			/^\d of 9 customers (is|are) in the portal; do not send (it|them) again\.$/,
		);
		expect(failure?.description).toContain('- Not created: b (item 1): No');
		expect(failure?.description).toContain('- Not sent: ');
		expect(failure?.description.split('\n').at(-1)).toMatch(/^Correct the value/);
	});

	it('tell nothing of others where there is none, or where they only read', async () => {
		const refused: Script = () => json({ message: 'No.' }, 422);
		const [alone] = (await running(refused, ['a'])).ends;
		expect((alone as Failure).description).toMatch(/^Correct the value/);
		const reads = await running(refused, ['a', 'b'], {
			operation: { method: 'GET', url: '/customers/cst_1' },
		});
		for (const end of reads.ends.filter((each) => each instanceof Failure))
			expect(end.description).toMatch(/^Correct the value/);
	});

	it('are unknown, or not sent, where nothing answers', async () => {
		const { ends } = await running(
			() => broken(),
			Array.from({ length: 12 }, (_, index) => String(index)),
		);
		const [failure] = ends.filter((end) => end instanceof Failure) as Failure[];
		expect(failure?.description).toContain(
			'- May be in the portal, so look there before sending again: ',
		);
		expect(failure?.description).toContain('- Not sent: ');
		expect(failure?.description).not.toContain('Not created');
	});

	it('are not sent after the execution was canceled', async () => {
		const { ends, requests } = await running(creating, ['a', 'b'], { signal: AbortSignal.abort() });
		expect(requests).toEqual([]);
		expect(ends.filter((end) => end instanceof Failure || end instanceof Error)).toHaveLength(2);
	});

	it('name what is not found in the portal as any other wrong value', async () => {
		const { ends } = await running(() => json({}, 500), ['a'], { operation: { check: undefined } });
		expect(ends[0]).toBeInstanceOf(Failure);
	});
});

describe('items that go their own way', () => {
	const way = carryOutAlone;

	it('fail by themselves', async () => {
		const { ends } = await running(creating, ['a', wrong('Amount'), 'c'], { way });
		expect(ends).toEqual([[['cst_a', { item: 0 }]], wrong('Amount'), [['cst_c', { item: 2 }]]]);
	});

	it('go on after one was refused', async () => {
		const { ends, requests } = await running(
			({ body }, count) =>
				count === 0 ? json({ message: 'No.' }, 422) : creating({ body } as never, count),
			['a', 'b'],
			{ way },
		);
		expect(requests).toHaveLength(2);
		expect(ends[0]).toBeInstanceOf(Failure);
	});
});

describe('what a run is about', () => {
	const { customer, licenseInvoice, file, ticketMessage } = portalObjects;
	const jobOf = (own: object, object: object = customer, request: object = { url: '/customers' }) =>
		({ operation: operationOf(own), object, request }) as never;

	it.each([
		[{}, customer, { noun: 'customer', isCreation: true, listedBy: 'Customer > Get Many' }],
		[{ value: 'createManual' }, customer, { isCreation: true }],
		[{ value: 'upload' }, file, { noun: 'file', isCreation: true }],
		[{ value: 'reUpload' }, file, { isCreation: false }],
		[{ value: 'uploadAttachment' }, file, { isCreation: false }],
		[{ value: 'update' }, customer, { isCreation: false }],
		[{ value: 'recreate' }, customer, { isCreation: false }],
		[
			{ value: 'reply', makes: licenseInvoice },
			customer,
			{ noun: licenseInvoice.noun, isCreation: true },
		],
	])('%j of %#', (own, object, subject) => {
		expect(subjectOf(jobOf(own, object))).toMatchObject(subject);
	});

	it('is listed where the API lists it', () => {
		expect('listedBy' in subjectOf(jobOf({}, file))).toBe(false);
		expect('listedBy' in subjectOf(jobOf({}, ticketMessage))).toBe(
			ticketMessage.path !== undefined,
		);
	});

	it.each([
		[{ existing: {} }, 'onlyMissing'],
		[{ upsert: {} }, 'sameChange'],
		[{ recovery: { kind: 'repeat' } }, 'sameChange'],
		[{ recovery: { kind: 'readBack' } }, 'sameChange'],
		[{ recovery: { kind: 'readBack', adds: 'answer' } }, 'again'],
		[{ recovery: { kind: 'search' } }, 'again'],
		[{ recovery: { kind: 'none' } }, 'again'],
	] as const)('running %j again means %s', (own, again) => {
		expect(whenRunAgain(operationOf(own))).toBe(again);
		expect(subjectOf(jobOf(own)).howToGoOn).toBe(HOW_TO_GO_ON[again]);
		expect('howToGoOn' in subjectOf(jobOf({ ...own, method: 'GET' }))).toBe(false);
	});

	it.each([
		[{ companyName: 'Jan', id: 'cst_1' }, { companyName: 'Piet' }, '/customers', {}, 'Jan'],
		[{ id: 'cst_1' }, { companyName: 'Piet' }, '/customers', {}, 'Piet'],
		[{ id: 'cst_1' }, {}, '/customers', {}, 'cst_1'],
		[{ companyName: 12 }, {}, '/customers', {}, '12'],
		[{ companyName: true }, {}, '/customers/cst_9', {}, ''],
		[undefined, undefined, '/customers/cst_9', { value: 'update' }, 'cst_9'],
		[undefined, {}, '/customers/cst_9/x_8%20', { value: 'update' }, 'x_8 '],
		[undefined, {}, '/customers/x', { value: 'update' }, ''],
		[undefined, {}, '/customers/cst_9', {}, ''],
	])('made %j of %j at %s is known as %5$j', (made, body, url, own, name) => {
		expect(nameOf(jobOf(own, customer, { url, body }), made as never)).toBe(name);
	});

	it('is known by its ID where it has nothing else', () => {
		expect(
			nameOf(jobOf({}, { ...customer, knownBy: undefined }), { id: 'cst_1', companyName: 'x' }),
		).toBe('cst_1');
	});
});

describe('what Simplify keeps', () => {
	const object = {
		id: 1,
		none: null,
		links: { pay: { href: 'x' } },
		lines: [{ a: 1, b: 2 }, 'x', null, [1]],
		text: 'y',
	};

	it.each([
		[['id', 'none', 'absent'], { id: 1, none: null }],
		[[{ name: 'pay', from: 'links.pay.href' }], { pay: 'x' }],
		[
			[
				{ name: 'pay', from: 'links.other.href' },
				{ name: 'x', from: 'text.length' },
				{ name: 'y', from: 'none.x' },
				{ name: 'z', from: 'lines.0' },
			],
			{},
		],
		[[{ name: 'lines', from: 'lines', each: ['a'] }], { lines: [{ a: 1 }, 'x', null, [1]] }],
		[[{ name: 'text', from: 'text', each: ['a'] }], { text: 'y' }],
		[[{ name: 'lines', from: 'lines' }], { lines: object.lines }],
	])('of an object, by %j', (fields, kept) => {
		expect(simplify(object as never, fields as never)).toEqual(kept);
	});
});

describe('a list that is narrowed down', () => {
	const filter = (
		name: string,
		passes: (
			object: IDataObject,
			value: unknown,
			calendar: { today: string; dayOf: (shown: unknown) => unknown },
		) => boolean,
	) => ({ field: { property: { name } }, passes }) as never;
	const day = (number: number) => ({
		createdAt: `2026-01-${String(number).padStart(2, '0')}T12:00:00Z`,
	});
	const narrowed = (
		values: IDataObject,
		numbers: Array<number | undefined>,
		filters: never[] = [],
	) => {
		const narrowing = new Narrowing(filters, values, 'Europe/Amsterdam');
		const passed = numbers.map((number) =>
			narrowing.passes(number === undefined ? {} : day(number)),
		);
		return { narrowing, passed };
	};

	it('shows what passes all filters that are asked for', () => {
		const filters = [filter('a', (_object, value) => value === 1), filter('b', () => false)];
		expect(narrowed({ a: 1 }, [1], filters).passed).toEqual([true]);
		expect(narrowed({ a: 2 }, [1], filters).passed).toEqual([false]);
		expect(narrowed({ a: 1, b: 1 }, [1], filters).passed).toEqual([false]);
		expect(narrowed({}, [1], filters).passed).toEqual([true]);
	});

	it('knows days in the time zone of the workflow', () => {
		const seen: unknown[] = [];
		const look = filter('a', (_object, _value, { today, dayOf }) => {
			seen.push(today, dayOf('2026-06-30T23:30:00Z'), dayOf('x'));
			return true;
		});
		jest.setSystemTime(new Date('2026-06-30T23:30:00Z'));
		narrowed({ a: 1 }, [1], [look]);
		expect(seen).toEqual(['2026-07-01', '2026-07-01', undefined]);
	});

	it.each([
		['newest first, too old', { createdFrom: '2026-01-05' }, [9, 8, 7, 6, 4], true],
		['newest first, just not too old', { createdFrom: '2026-01-05' }, [9, 8, 7, 6, 5], false],
		['newest first, with an end only', { createdTo: '2026-01-05' }, [9, 8, 7, 6, 4], false],
		['oldest first, too new', { createdTo: '2026-01-05' }, [1, 2, 3, 4, 6], true],
		['oldest first, just not too new', { createdTo: '2026-01-05' }, [1, 2, 3, 4, 5], false],
		['oldest first, with a beginning only', { createdFrom: '2026-01-09' }, [1, 2, 3, 4, 6], false],
		['no order', { createdFrom: '2026-01-05', createdTo: '2026-01-05' }, [9, 1, 9, 1, 1], false],
		['no moment', { createdFrom: '2026-01-05' }, [9, 8, 7, 6, undefined], false],
		['nothing yet', { createdFrom: '2026-01-05' }, [], false],
	])('%s: is over is %3$p', (_name, values, numbers, isOver) => {
		expect(narrowed(values as never, numbers).narrowing.isOver).toBe(isOver);
	});
});
