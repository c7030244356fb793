import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Job } from '../../../nodes/MijnKlantportaal/execution/job';
import { Plans } from '../../../nodes/MijnKlantportaal/execution/plans';
import { Reference } from '../../../nodes/MijnKlantportaal/execution/reference';
import { type GivenRow, toGivenRow } from '../../../nodes/MijnKlantportaal/execution/row';
import { groupRows } from '../../../nodes/MijnKlantportaal/execution/rowGroups';
import { WaitingRows } from '../../../nodes/MijnKlantportaal/execution/waitingRows';
import { companyName } from '../../../nodes/shared/objects/keyFields';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { Failure } from '../../../nodes/shared/transport/failure';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';

useFakeTime();

const joining = {
	parameter: 'linesFrom',
	value: 'rows',
	number: 'invoiceNumber',
	customer: 'customerId',
	lines: 'lines',
};
const given = (number: string | undefined, customer: string | undefined): GivenRow => ({
	joining,
	noun: 'invoice',
	number,
	customer,
});
const dueAt = {
	property: { name: 'due', displayName: 'Due Date', type: 'string', default: '' },
	mapping: { apiName: 'dueAt', read: (value: unknown) => value },
};

/** A row that is right by itself. */
const job = (body: IDataObject, ifExists?: string): Job =>
	({
		operation: { fields: [dueAt] },
		request: { method: 'POST', url: '/x', answerField: 'id', body },
		...(ifExists === undefined ? {} : { creation: { ifExists } }),
	}) as never;
const bodyOf = (number: string, line: number, own: IDataObject = {}): IDataObject => ({
	invoiceNumber: number,
	customerId: 'cst_1',
	lines: [{ line }],
	...own,
});
const row = (
	itemIndex: number,
	number: string | undefined,
	prepared: Job | Failure = job(bodyOf(number ?? '', itemIndex)),
	customer?: string | null,
) => ({
	itemIndex,
	given: given(number, customer === null ? undefined : (customer ?? 'cst_1')),
	prepared,
});
const wrong = new Failure('Amount is wrong', 'Mend it.');

type Rows = Parameters<typeof groupRows>[0];

/** Groups in short: the items with their lines, or why each is not sent. */
const grouped = (rows: Rows) =>
	groupRows(rows).map((group) =>
		'job' in group
			? { items: group.itemIndexes, lines: group.job.request.body?.lines }
			: Object.fromEntries([...group.failures].map(([index, { message }]) => [index, message])),
	);
const failuresOf = (rows: Rows) =>
	groupRows(rows).flatMap((group) => ('job' in group ? [] : [...group.failures.values()]));

it('rows of one number go together, in their order, whatever stands between', () => {
	expect(
		grouped([row(3, 'F-1'), row(0, 'F-1'), row(1, 'F-2'), row(2, ' f-1 ', job(bodyOf('F-1', 2)))]),
	).toEqual([
		{ items: [0, 2, 3], lines: [{ line: 0 }, { line: 2 }, { line: 3 }] },
		{ items: [1], lines: [{ line: 1 }] },
	]);
});

it('what the first row says is sent, with the lines of all', () => {
	const rows = [
		row(0, 'F-1', job(bodyOf('F-1', 0, { dueAt: 'x' }))),
		row(1, 'F-1', job(bodyOf('F-1', 1, { dueAt: 'x' }))),
	];
	const [group] = groupRows(rows);
	expect(group).toMatchObject({
		job: { request: { method: 'POST', body: { invoiceNumber: 'F-1', dueAt: 'x' } } },
	});
});

it('a row that cannot be sent keeps the others of its number back', () => {
	expect(grouped([row(0, 'F-1'), row(1, 'F-1', wrong), row(2, 'F-2')])).toEqual([
		{
			0: 'Item 1 belongs to the same invoice and cannot be sent: Amount is wrong',
			1: 'Amount is wrong',
		},
		{ items: [2], lines: [{ line: 2 }] },
	]);
	expect(failuresOf([row(0, 'F-1'), row(1, 'F-1', wrong)])[0]?.description).toBe(
		'Correct that item: an invoice is sent with all of its rows or not at all. Nothing was sent.',
	);
});

describe('a row without a number', () => {
	it('keeps back what is of its customer', () => {
		const rows = [
			row(0, 'F-1'),
			row(1, undefined, wrong),
			row(2, 'F-2', undefined, 'cst_2'),
			row(3, undefined, wrong),
		];
		expect(grouped(rows)).toEqual([
			{ 0: 'Item 1 may belong to the same invoice and cannot be sent: Amount is wrong' },
			{ items: [2], lines: [{ line: 2 }] },
			{ 1: 'Amount is wrong' },
			{ 3: 'Amount is wrong' },
		]);
		expect(failuresOf(rows)[0]?.description).toBe(
			'Correct that item: without a number it may be a row of any invoice of its customer, and an invoice is sent with all of its rows or not at all. Nothing was sent.',
		);
	});

	it('keeps back what is of its customer, however that is written', () => {
		const rows = [
			row(0, 'F-1', undefined, 'Info@X.example'),
			row(1, undefined, wrong, ' info@x.example'),
		];
		expect(grouped(rows)[0]).toEqual({
			0: 'Item 1 may belong to the same invoice and cannot be sent: Amount is wrong',
		});
	});

	it('and without a customer keeps back everything', () => {
		const rows = [row(0, 'F-1'), row(1, 'F-2', undefined, 'cst_2'), row(2, undefined, wrong, null)];
		expect(grouped(rows).slice(0, 2)).toEqual([
			{ 0: 'Item 2 may belong to the same invoice and cannot be sent: Amount is wrong' },
			{ 1: 'Item 2 may belong to the same invoice and cannot be sent: Amount is wrong' },
		]);
		expect(failuresOf(rows)[0]?.description).toMatch(/it may be a row of any invoice, and an/);
	});

	it('keeps back no row without a customer, unless it has none either', () => {
		expect(grouped([row(0, 'F-1', undefined, null), row(1, undefined, wrong)])[0]).toEqual({
			items: [0],
			lines: [{ line: 0 }],
		});
	});

	it('fails even where nothing else is wrong with it', () => {
		expect(failuresOf([row(0, undefined)])).toEqual([
			new Failure('The row has no number', 'Give it one. Nothing was sent.'),
		]);
	});
});

describe('rows of one number have to agree', () => {
	const two = (
		one: IDataObject,
		other: IDataObject,
		customers: [string, string] = ['cst_1', 'cst_1'],
	) =>
		failuresOf([
			row(0, 'F-1', job(bodyOf('F-1', 0, one)), customers[0]),
			row(1, 'F-1', job(bodyOf('F-1', 1, other)), customers[1]),
		]);

	it.each([
		[
			'a value',
			{ dueAt: '2026-01-01' },
			{ dueAt: '2026-01-02' },
			'Due Date differs between the rows of invoice F-1: "2026-01-01" (item 0), "2026-01-02" (item 1)',
			'Give all rows of one invoice the same Due Date. Nothing was sent.',
		],
		[
			'what only one has',
			{ dueAt: '2026-01-01' },
			{},
			'Due Date differs between the rows of invoice F-1: "2026-01-01" (item 0), empty (item 1)',
			undefined,
		],
		[
			'an object',
			{ x: { a: 1 } },
			{ x: { a: 2 } },
			'x differs between the rows of invoice F-1: "{\\"a\\":1}" (item 0), "{\\"a\\":2}" (item 1)'.replaceAll(
				'\\"',
				'"',
			),
			undefined,
		],
	])('in %s', (_name, one, other, message, description) => {
		const failures = two(one, other);
		expect(failures.map((failure) => failure.message)).toEqual([message, message]);
		if (description !== undefined) expect(failures[0]?.description).toBe(description);
	});

	it('in their customer', () => {
		const [failure] = two({ customerId: 'cst_1' }, { customerId: 'cst_2' }, ['Jan', 'Piet']);
		expect(failure).toEqual(
			new Failure(
				'The rows of invoice F-1 name 2 customers: "Jan" (item 0), "Piet" (item 1)',
				'Give each invoice a number of its own, or all of its rows the same customer. Nothing was sent.',
			),
		);
	});

	it('in what is done with what exists', () => {
		const rows = (one?: string, other?: string) => [
			row(0, 'F-1', job(bodyOf('F-1', 0), one)),
			row(1, 'F-1', job(bodyOf('F-1', 1), other)),
		];
		expect(failuresOf(rows('refuse', undefined))[0]?.message).toBe(
			'If It Exists differs between the rows of invoice F-1: "refuse" (item 0), "createAnother" (item 1)',
		);
		expect(failuresOf(rows('refuse', 'refuse'))).toEqual([]);
		expect(failuresOf(rows('createAnother', undefined))).toEqual([]);
	});

	it('in how their number is written', () => {
		expect(failuresOf([row(0, 'F-1'), row(1, 'f-1')])[0]?.message).toBe(
			'invoiceNumber differs between the rows of invoice F-1: "F-1" (item 0), "f-1" (item 1)',
		);
	});

	it('and where they differ in many ways, five are told', () => {
		const rows = Array.from({ length: 8 }, (_, index) =>
			row(index, 'F-1', job(bodyOf('F-1', index, { dueAt: String(index % 7) }))),
		);
		expect(failuresOf(rows)[0]?.message).toBe(
			'Due Date differs between the rows of invoice F-1: "0" (items 0 and 7), "1" (item 1), "2" (item 2), "3" (item 3), "4" (item 4) and 2 more',
		);
		expect(failuresOf(rows.slice(0, 5))[0]?.message).toMatch(/"4" \(item 4\)$/);
	});
});

describe('what an item gives as a row', () => {
	const resources = (own: object) =>
		[
			{
				value: 'invoice',
				object: portalObjects.invoice,
				operations: [{ value: 'create', method: 'POST', ...own }],
			},
		] as never;
	const toRow = (own: object, body: unknown) =>
		toGivenRow(
			{
				getNodeParameter: (name: string) => ({ resource: 'invoice', operation: 'create' })[name],
			} as never,
			resources(own),
			{ url: '', body } as never,
		);

	it.each([
		[{ linesFrom: 'rows', invoiceNumber: 'F-1', customerId: 'cst_1' }, 'F-1', 'cst_1'],
		[{ invoiceNumber: 1, customerId: 2 }, undefined, undefined],
		[undefined, undefined, undefined],
		[{ customerId: new Reference(portalObjects.customer, companyName, 'Jan') }, undefined, 'Jan'],
	])('of %j is its number and its customer', (body, number, customer) => {
		expect(toRow({ joining }, body)).toEqual({ joining, noun: 'invoice', number, customer });
	});

	it('is nothing where rows are not meant', () => {
		expect(toRow({ joining }, { linesFrom: 'lines' })).toBeUndefined();
		expect(toRow({}, {})).toBeUndefined();
		expect(toRow({ joining, method: 'GET' }, {})).toBeUndefined();
	});
});

describe('rows that wait for each other', () => {
	const waiting = (
		count: number,
		begun: number[] = Array.from({ length: count }, (_, index) => index),
		stop = new Stop(),
	) => {
		const set = new Set(begun);
		return { rows: new WaitingRows(count, stop, new Plans(), set, 500), begun: set, stop };
	};
	const note = (
		rows: WaitingRows,
		itemIndex: number,
		number: string | undefined,
		prepared?: Job | Failure,
	) =>
		rows.note(itemIndex, given(number, 'cst_1'), prepared ?? job(bodyOf(number ?? '', itemIndex)));

	it('know what they make once all items are noted', async () => {
		const { rows } = waiting(3);
		note(rows, 0, 'F-1');
		rows.note(1, undefined, job({}));
		let isKnown = false;
		const work = rows.workOf(0);
		void work.then(() => (isKnown = true));
		await pass(1);
		expect(isKnown).toBe(false);
		note(rows, 2, 'F-1');
		expect((await work).itemIndexes).toEqual([0, 2]);
		expect(await rows.workOf(2)).toBe(await work);
		await expect(rows.workOf(1)).rejects.toThrow('Item 1 is no row');
	});

	it('are carried out once', async () => {
		const { rows } = waiting(2);
		note(rows, 0, 'F-1');
		note(rows, 1, 'F-1');
		const carryOut = jest.fn(
			async () => await Promise.resolve([{ json: {} }] as INodeExecutionData[]),
		);
		const [one, other] = [await rows.workOf(0), await rows.workOf(1)];
		expect(await rows.once(one, carryOut)).toBe(await rows.once(other, carryOut));
		expect(carryOut).toHaveBeenCalledTimes(1);
	});

	it('tell why they are not sent, each for itself, and the first of each number for all', async () => {
		const { rows } = waiting(3);
		note(rows, 0, 'F-1');
		note(rows, 1, 'F-1', wrong);
		note(rows, 2, 'F-2');
		await expect(rows.workOf(1)).rejects.toBe(wrong);
		await expect(rows.workOf(0)).rejects.toThrow('Item 1 belongs to the same invoice');
		expect([...rows.refusals().keys()]).toEqual([0]);
		expect((await rows.workOf(2)).itemIndexes).toEqual([2]);
	});

	it('end with the execution', async () => {
		const { rows, stop } = waiting(2);
		note(rows, 0, 'F-1');
		const work = rows.workOf(0);
		const ended = work.catch((cause: unknown) => cause);
		await pass(1);
		stop.now(new Error('enough'));
		expect(await ended).toEqual(new Error('enough'));
	});

	it('do not wait for an item that the engine could not read', async () => {
		const { rows, begun } = waiting(3, [0]);
		note(rows, 0, 'F-1');
		const first = rows.workOf(0).catch((cause: unknown) => cause);
		await pass(2400);
		begun.add(1);
		note(rows, 1, 'F-2');
		const second = rows.workOf(1).catch((cause: unknown) => cause);
		let isKnown = false;
		void second.then(() => (isKnown = true));
		await pass(100);
		expect(isKnown).toBe(false);
		await pass(2499);
		expect(isKnown).toBe(false);
		await pass(2);
		expect(await second).toMatchObject({
			message:
				'Item 2 may belong to the same invoice and cannot be sent: an expression of it cannot be evaluated',
		});
		expect(await first).toMatchObject({ message: expect.stringMatching(/^Item 2 may/) as string });
		expect([...rows.refusals().keys()]).toEqual([0, 1, 2]);
	});

	it('wait for what has begun, however long it takes', async () => {
		const { rows } = waiting(2);
		note(rows, 0, 'F-1');
		let isKnown = false;
		void rows.workOf(0).then(() => (isKnown = true));
		await pass(600_000);
		expect(isKnown).toBe(false);
		note(rows, 1, 'F-1');
		await pass(1);
		expect(isKnown).toBe(true);
		expect((await inFakeTime(rows.workOf(1))).took).toBe(0);
	});
});
