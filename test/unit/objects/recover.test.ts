import type { IDataObject } from 'n8n-workflow';
import { claim, isClaimed } from '../../../nodes/shared/objects/claims';
import { directoryOf } from '../../../nodes/shared/objects/directories';
import { type Doubt, givenUp, undecidable } from '../../../nodes/shared/objects/doubt';
import { readBack, searchList, sentRequest } from '../../../nodes/shared/objects/lookUp';
import { noteMade } from '../../../nodes/shared/objects/made';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { recover, settleRefusal } from '../../../nodes/shared/objects/recover';
import type { Recovery } from '../../../nodes/shared/objects/recovery';
import { AttachedFile } from '../../../nodes/shared/transport/attachedFile';
import type { Ending } from '../../../nodes/shared/transport/ending';
import { Failure } from '../../../nodes/shared/transport/failure';
import { send } from '../../../nodes/shared/transport/send';
import { ExecutionCancelled, Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { broken, connectTo, json, type Script, type Scripted } from '../scriptedConnection';

useFakeTime();

const { customer } = portalObjects;
const LOST: Ending = { kind: 'lost', code: 'ECONNRESET' };
const SEARCH: Recovery = { kind: 'search', match: ['companyName', 'primaryEmail'], fit: ['city'] };
const READ_BACK: Recovery = {
	kind: 'readBack',
	isDone: ({ companyName }, body) => companyName === body.companyName,
};
const REPEAT: Recovery = { kind: 'repeat' };
const NONE: Recovery = { kind: 'none', reason: 'The API does not tell.', lookFor: ['companyName'] };

const body = { companyName: 'Jan', primaryEmail: 'jan@x.nl' };
const made: IDataObject = { id: 'cst_1', ...body, city: 'Utrecht' };

function doubtOf({ connection }: Pick<Scripted, 'connection'>, own: Partial<Doubt> = {}): Doubt {
	return {
		connection,
		request: { method: 'POST', url: '/customers', body, answerField: 'id' },
		purpose: {
			noun: 'customer',
			displayNameOf: (name) => (name === 'companyName' ? 'Company Name' : undefined),
		},
		object: customer,
		recovery: SEARCH,
		ending: LOST,
		sentAt: performance.now(),
		mayResend: async () => await Promise.resolve(true),
		...own,
	};
}

/** Whose list is this, and which creates something when it is asked to. */
const portal =
	(
		list: () => IDataObject[],
		more: (line: string, count: number) => ReturnType<Script> | undefined = () => undefined,
	): Script =>
	({ method, url }, count) => {
		const line = `${method} ${url}`;
		return more(line, count) ?? (line === 'GET /customers' ? json({ data: list() }) : json(made));
	};

const refusedAtOnce = async (doubt: Doubt) => await settleRefusal(doubt, false);
const refusedAfterATry = async (doubt: Doubt) => await settleRefusal(doubt, true);

async function recovering(script: Script, own: Partial<Doubt> = {}, way = recover) {
	const scripted = await connectTo(script);
	return { ...scripted, ...(await inFakeTime(way(doubtOf(scripted, own)))) };
}

const messageOf = ({ error }: { error?: unknown }) => {
	const { message, description, isUndecided, status } = error as Failure;
	return { message, description, isUndecided, status };
};

describe('what a request made whose answer got lost', () => {
	it('is looked for a second later', async () => {
		const { result, lines, took, connection } = await recovering(portal(() => [made]));
		expect(result).toEqual(made);
		expect([took, lines]).toEqual([1000, ['GET /customers']]);
		expect(isClaimed(connection, made)).toBe(true);
	});

	it('is looked for again when the work has certainly ended', async () => {
		const begin = performance.now();
		const { result, took } = await recovering(
			portal(() => (performance.now() - begin > 5000 ? [made] : [])),
		);
		expect([result, took]).toEqual([made, 31_000]);
	});

	it('is made once more when it is not there', async () => {
		const { result, lines, took, connection } = await recovering(portal(() => []));
		expect(result).toEqual(made);
		expect(took).toBe(31_000);
		expect(lines).toEqual(['GET /customers', 'GET /customers', 'POST /customers']);
		expect(isClaimed(connection, made)).toBe(true);
	});

	it('counts from when it was sent', async () => {
		const { took } = await recovering(
			portal(() => []),
			{ sentAt: performance.now() - 20_000 },
		);
		expect(took).toBe(11_000);
		const late = await recovering(
			portal(() => []),
			{ sentAt: performance.now() - 60_000 },
		);
		expect(late.took).toBe(1000);
	});

	it('counts from its end where it sent a file, which takes its time', async () => {
		const begin = performance.now();
		const binary = { data: '', mimeType: 'application/pdf' };
		const file = new AttachedFile(binary, 'data', 'Input Binary Field', true);
		const request = {
			method: 'POST',
			url: '/customers',
			body: { ...body, file: file as unknown as IDataObject },
			answerField: 'id',
		} as const;
		const { result, took } = await recovering(
			portal(() => (performance.now() - begin > 25_000 ? [made] : [])),
			{ request, sentAt: begin - 60_000 },
		);
		expect([result, took]).toEqual([made, 31_000]);
	});

	it('is not made once more where nothing may be sent', async () => {
		const { lines, ...ended } = await recovering(
			portal(() => []),
			{
				mayResend: async () => await Promise.resolve(false),
			},
		);
		expect(lines).toHaveLength(2);
		expect(messageOf(ended)).toEqual({
			message: 'The connection to the API ended before an answer came',
			description:
				'Looked in the portal for the customer "Jan" with primaryEmail jan@x.nl: the change was not made. Check the network between n8n and portal.example, then run again.',
			isUndecided: false,
			status: undefined,
		});
	});

	it('is looked for where the second request has no answer either', async () => {
		let isMade = false;
		const { result, lines } = await recovering(
			portal(
				() => (isMade ? [made] : []),
				(line) => {
					if (!line.startsWith('POST')) return undefined;
					isMade = true;
					return broken();
				},
			),
		);
		expect(result).toEqual(made);
		expect(lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	it('is given up when the second request made nothing either', async () => {
		const ended = await recovering(
			portal(
				() => [],
				(line) => (line.startsWith('POST') ? json({}, 500) : undefined),
			),
		);
		expect(messageOf(ended)).toMatchObject({
			message: 'The API answered with status 500',
			isUndecided: false,
			status: 500,
		});
		expect(ended.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	it('is told as not made where the second request was not sent', async () => {
		const isDown = (line: string): ReturnType<Script> | undefined =>
			line.startsWith('POST') ? broken('ECONNREFUSED', 'connect') : undefined;
		const ended = await recovering(portal(() => [], isDown));
		expect(messageOf(ended)).toMatchObject({ isUndecided: false });
		expect(messageOf(ended).message).toMatch(/^No connection to portal.example/);
		expect(messageOf(ended).description).toMatch(/the change was not made\./);
		expect(ended.lines.filter((line) => line.startsWith('GET'))).toHaveLength(2);
	});

	it('may be what the second request is refused for', async () => {
		let isMade = false;
		const { result } = await recovering(
			portal(
				() => (isMade ? [made] : []),
				(line) => {
					if (!line.startsWith('POST')) return undefined;
					isMade = true;
					jest.advanceTimersByTime(1);
					return json({ message: 'Taken.' }, 422);
				},
			),
		);
		expect(result).toEqual(made);
		const refused = await recovering(
			portal(
				() => [],
				(line) => (line.startsWith('POST') ? json({ message: 'No.' }, 422) : undefined),
			),
		);
		expect(messageOf(refused)).toMatchObject({ message: 'No.', status: 422, isUndecided: false });
	});

	it('is not known where the end comes before all is over', async () => {
		const { connection, lines } = await connectTo(portal(() => []));
		const deadline = performance.now() + 31_000;
		const doubt = doubtOf({ connection: { ...connection, deadline } });
		expect((await inFakeTime(recover(doubt))).result).toEqual(made);
		lines.length = 0;
		const soon = doubtOf({ connection: { ...connection, deadline: performance.now() + 30_999 } });
		const ended = await inFakeTime(recover(soon));
		expect(messageOf(ended)).toMatchObject({
			message:
				'The connection to the API ended before an answer came. Whether the request was carried out is unknown',
			description: expect.stringMatching(
				/^It may still be under way\. Look in the portal for the customer "Jan" with primaryEmail jan@x\.nl before /,
			) as string,
			isUndecided: true,
		});
		expect(ended.took).toBe(1000);
	});

	it('is not known where the execution ends', async () => {
		const stop = new Stop();
		setTimeout(() => stop.now(new ExecutionCancelled()), 500);
		const ended = await recovering(
			portal(() => []),
			{ stop },
		);
		expect(messageOf(ended)).toMatchObject({
			description: expect.stringMatching(
				/^The execution was canceled before that could be found out\./,
			) as string,
			isUndecided: true,
		});
		const other = new Stop();
		setTimeout(() => other.now(new Error('enough')), 500);
		expect(
			(
				await recovering(
					portal(() => []),
					{ stop: other },
				)
			).error,
		).toEqual(new Error('enough'));
	});

	describe('when the list cannot be read', () => {
		it.each([
			['no answer', broken()],
			['an outage', json({}, 500)],
			['a redirect', json({}, 302)],
		])('because of %s, it is looked for again', async (_name, coming) => {
			const begin = performance.now();
			const { result } = await recovering(
				portal(
					() => [made],
					(line) =>
						line.startsWith('GET') && performance.now() - begin < 25_000 ? coming : undefined,
				),
			);
			expect(result).toEqual(made);
		});

		it('because of the limit, it is looked for again', async () => {
			const limit = json({}, 429, { 'retry-after': '2000' });
			const ended = await recovering(
				portal(
					() => [],
					() => limit,
				),
			);
			expect(messageOf(ended).isUndecided).toBe(true);
			expect(ended.took).toBe(31_000);
		});

		it.each([
			['a right that lacks', json({ message: 'No.' }, 403)],
			['a list that is not there', json({}, 404)],
			['another status', json({}, 499)],
			['the lowest status', json({}, 400)],
		])('because of %s, it is unknown', async (_name, coming) => {
			const ended = await recovering(
				portal(
					() => [],
					(line) => (line.startsWith('GET') ? coming : undefined),
				),
			);
			expect(messageOf(ended)).toMatchObject({
				description: expect.stringMatching(/^Looking it up did not work either: /) as string,
				isUndecided: true,
			});
			expect(ended.took).toBe(1000);
		});

		it('in the end, it is unknown', async () => {
			const ended = await recovering(
				portal(
					() => [],
					(line) => (line.startsWith('GET') ? json({}, 500) : undefined),
				),
			);
			expect(messageOf(ended).isUndecided).toBe(true);
			expect(ended.lines.some((line) => line.startsWith('POST'))).toBe(false);
		});

		it('because of an unforeseen error, that goes on its way', async () => {
			const { connection } = await connectTo(portal(() => []));
			const doubt = doubtOf({ connection });
			const odd = Object.assign(doubt, {
				get recovery(): Recovery {
					return {
						kind: 'search',
						get match(): string[] {
							throw new TypeError('odd');
						},
					} as never;
				},
			});
			expect((await inFakeTime(recover(odd))).error).toEqual(new TypeError('odd'));
		});
	});
});

describe('what cannot be found', () => {
	it('is unknown at once', async () => {
		const ended = await recovering(
			portal(() => []),
			{ recovery: NONE },
		);
		expect(messageOf(ended)).toEqual({
			message:
				'The connection to the API ended before an answer came. Whether the request was carried out is unknown',
			description:
				'The API does not tell. Look in the portal for the customer "Jan" before running this item again, so that nothing is done twice.',
			isUndecided: true,
			status: undefined,
		});
		expect([ended.took, ended.lines]).toEqual([0, []]);
	});
});

describe('what does no harm twice', () => {
	it('is done once more, a second later', async () => {
		const { result, took, lines } = await recovering(
			portal(() => []),
			{ recovery: REPEAT },
		);
		expect([result, took, lines]).toEqual([made, 1000, ['POST /customers']]);
	});

	it('is unknown where it may not be', async () => {
		const ended = await recovering(
			portal(() => []),
			{
				recovery: REPEAT,
				mayResend: async () => await Promise.resolve(false),
			},
		);
		expect(messageOf(ended)).toMatchObject({
			description: 'It was not answered. Run this item again: it does no harm twice.',
			isUndecided: true,
		});
	});

	it('is unknown where a second one was not sent, which says nothing of the first', async () => {
		const ended = await recovering(() => broken('ECONNREFUSED', 'connect'), { recovery: REPEAT });
		expect(messageOf(ended)).toMatchObject({
			message: expect.stringMatching(/^The connection to the API ended/) as string,
			isUndecided: true,
		});
	});

	it('is unknown where a second one is refused', async () => {
		const ended = await recovering(
			portal(() => []),
			{ recovery: REPEAT },
			refusedAfterATry,
		);
		expect(messageOf(ended).isUndecided).toBe(true);
		expect(ended.lines).toEqual([]);
	});
});

describe('what is changed', () => {
	const request = { method: 'PATCH', url: '/customers/cst_1', body, answerField: 'id' } as const;
	const changing = async (seen: IDataObject[], own: Partial<Doubt> = {}, way = recover) =>
		await recovering(
			({ method }, count) =>
				method === 'GET' ? json(seen[Math.min(count, seen.length - 1)]) : json(made),
			{ request, recovery: READ_BACK, ...own },
			way,
		);

	it('is read back, and changed again where it does not show', async () => {
		const { result, lines, took } = await changing([made]);
		expect([result, lines, took]).toEqual([made, ['GET /customers/cst_1'], 1000]);
		const late = await changing([{ id: 'cst_1' }, made]);
		expect([late.lines.length, late.took]).toEqual([2, 31_000]);
		const never = await changing([{ id: 'cst_1' }]);
		expect(never.lines.at(-1)).toBe('PATCH /customers/cst_1');
	});

	it('is unknown where it shows something like it', async () => {
		const ended = await changing([made], {
			recovery: { kind: 'readBack', isDone: () => 'unclear', adds: 'answer' },
		});
		expect(messageOf(ended)).toMatchObject({
			description:
				'Looked it up: the customer shows something like it. Look in the portal for the answer cst_1 before running this item again, so that nothing is done twice.',
			isUndecided: true,
		});
		// Until then it may turn out to be what another request has made.
		expect(ended.took).toBe(31_000);
	});

	it('is unknown where it cannot be read', async () => {
		const ended = await recovering(
			() => json({}, 404),
			{ request, recovery: READ_BACK },
			refusedAfterATry,
		);
		expect(messageOf(ended).isUndecided).toBe(true);
	});

	const refusal = (status: number): Ending => ({
		kind: 'answered',
		response: { status, headers: {}, body: {}, words: { sentence: 'No.', fieldErrors: [] } },
	});

	it.each([refusedAtOnce, refusedAfterATry])(
		'is the refusal where it does not show: %p',
		async (way) => {
			const ended = await changing([{ id: 'cst_1' }], { ending: refusal(409) }, way);
			expect(messageOf(ended)).toMatchObject({ message: 'No.', status: 409, isUndecided: false });
			const there = await changing([made], { ending: refusal(422) }, way);
			expect([there.result, there.lines, there.took]).toEqual([made, ['GET /customers/cst_1'], 0]);
		},
	);

	it.each([
		['refused otherwise', { ending: refusal(403) }],
		['not sent', { ending: { kind: 'notSent', code: 'ECONNREFUSED' } }],
		['searched for', { recovery: SEARCH }],
		['repeated', { recovery: REPEAT }],
		['not found', { recovery: NONE }],
		['added', { recovery: { ...READ_BACK, adds: 'answer' } }],
	] as Array<[string, Partial<Doubt>]>)('is not looked at where it is %s', async (_name, own) => {
		const ended = await changing([made], { ending: refusal(422), ...own }, refusedAtOnce);
		expect(messageOf(ended).isUndecided).toBe(false);
		expect(ended.lines).toEqual([]);
	});

	it.each([
		['a refusal', () => json({}, 403)],
		['an outage', () => json({}, 502)],
		['a broken connection', () => broken()],
	] as Array<[string, Script]>)('is the refusal where reading meets %s', async (_name, script) => {
		const own = { request, recovery: READ_BACK, ending: refusal(422) };
		const ended = await recovering(script, own, refusedAtOnce);
		expect(messageOf(ended)).toMatchObject({ message: 'No.', status: 422, isUndecided: false });
	});

	it('is the refusal where the execution is canceled before it was read', async () => {
		const stop = new Stop();
		stop.now(new ExecutionCancelled());
		const own = { ending: refusal(422), stop };
		const ended = await changing([made], own, refusedAtOnce);
		expect(messageOf(ended)).toMatchObject({ message: 'No.', status: 422 });
		const odd = await changing(
			[made],
			{
				...own,
				stop: undefined,
				recovery: {
					kind: 'readBack',
					isDone: () => {
						throw new TypeError('odd');
					},
				},
			},
			refusedAtOnce,
		);
		expect(odd.error).toEqual(new TypeError('odd'));
	});
});

describe('a search of the list', () => {
	const searching = async (
		list: IDataObject[],
		own: IDataObject = {},
		recovery: Recovery = SEARCH,
		before?: (scripted: Scripted) => void,
	) => {
		const scripted = await connectTo(portal(() => list));
		before?.(scripted);
		const doubt = doubtOf(scripted, {
			request: { method: 'POST', url: '/customers', body: { ...body, ...own }, answerField: 'id' },
		});
		const ended = await inFakeTime(searchList(doubt, recovery as never, performance.now()));
		return { ...ended, ...scripted };
	};

	it.each([
		['the same', made, {}, 'cst_1'],
		['what differs in what is not asked', { ...made, city: 'X' }, {}, 'cst_1'],
		['what fits', made, { city: 'Utrecht' }, 'cst_1'],
		['another name', { ...made, companyName: 'Piet' }, {}, undefined],
		['another address', { ...made, primaryEmail: 'x@x.nl' }, {}, undefined],
	])('finds %s', async (_name, listed, own, id) => {
		expect((await searching([listed], own)).result?.id).toBe(id);
	});

	it('settles nothing where something is alike but does not fit', async () => {
		const { error } = await searching([{ ...made, city: 'X' }], { city: 'Utrecht' });
		expect(error).toMatchObject({
			message: 'cst_1 is like it, but has another city',
			description: 'Look in the portal.',
		});
		expect(
			(
				await searching(
					[
						{ ...made, city: 'X' },
						{ ...made, id: 'cst_2' },
					],
					{ city: 'Utrecht' },
				)
			).result?.id,
		).toBe('cst_2');
	});

	it('settles nothing where the list does not show what it is looked for by', async () => {
		const { companyName: _name, ...nameless } = made;
		const { error } = await searching([made, nameless]);
		expect(error).toMatchObject({
			message: 'the list does not show the companyName of each',
			description: 'Look in the portal.',
		});
	});

	it('finds nothing without what it is looked for by', async () => {
		expect(
			(
				await searching([{ ...made, companyName: undefined } as never], {
					companyName: undefined as never,
				})
			).result,
		).toBeUndefined();
	});

	it('leaves out what somebody else has made', async () => {
		const other = { ...made, id: 'cst_2' };
		const { result } = await searching([made, other], {}, SEARCH, ({ connection }) =>
			claim(connection, made),
		);
		expect(result?.id).toBe('cst_2');
	});

	it('knows fields of the list by other names', async () => {
		const recovery: Recovery = {
			kind: 'search',
			match: ['companyName'],
			listNames: { companyName: 'name' },
		};
		expect((await searching([{ id: 'cst_3', name: 'Jan' }], {}, recovery)).result?.id).toBe(
			'cst_3',
		);
		expect(
			(await searching([{ id: 'cst_3', companyName: 'Jan' }], {}, recovery)).error,
		).toMatchObject({
			message: 'the list does not show the name of each',
		});
	});

	it('looks through 3,000 objects and no more', async () => {
		const list = Array.from({ length: 3000 }, (_, index) => ({
			...made,
			id: `cst_${index}`,
			companyName: 'X',
		}));
		const pages = async (first: IDataObject[]) => {
			const scripted = await connectTo((_request, count) =>
				count === 0
					? json({ data: first, next_page_url: 'https://portal.example/v1/customers?page=2' })
					: json({ data: [{ ...made, id: 'cst_x' }] }),
			);
			return await inFakeTime(searchList(doubtOf(scripted), SEARCH as never, performance.now()));
		};
		expect((await pages(list.slice(1))).result?.id).toBe('cst_x');
		expect((await pages(list)).error).toMatchObject({
			message: 'the list is too long to search',
			description: 'Look in the portal.',
		});
	});
});

describe('what is known of a request', () => {
	it('is a little before it was sent, by the clock of the API', async () => {
		const { connection } = await connectTo(() =>
			json(made, 200, { date: 'Thu, 31 Dec 2026 12:00:00 GMT' }),
		);
		const sentAt = performance.now();
		await pass(2000);
		expect(sentRequest(connection, sentAt).since).toBe(Date.now() - 2000 - 60_000);
		const request = { method: 'GET', url: '/customers/cst_1', answerField: 'id' } as const;
		await inFakeTime(send(connection, request));
		const answeredAt = Date.parse('2026-12-31T12:00:00Z');
		expect(sentRequest(connection, sentAt).since).toBe(answeredAt - 2000 - 5000);
	});

	it('is claimed once', async () => {
		const { connection } = await connectTo(() => 'nothing');
		const sent = sentRequest(connection, 0);
		expect([sent.mayBeOwn({ id: 'a' }), sent.mayBeOwn({ id: 'a' })]).toEqual([true, true]);
		expect([sent.claim({ id: 'a' }), sent.claim({ id: 'a' }), sent.claim({ id: 'b' })]).toEqual([
			true,
			false,
			true,
		]);
		expect(sent.mayBeOwn({ id: 'a' })).toBe(false);
	});
});

it('claims are forgotten when there are 10,000', async () => {
	const { connection } = await connectTo(() => 'nothing');
	for (let id = 0; id < 10_000; id++) claim(connection, { id });
	expect(isClaimed(connection, { id: 0 })).toBe(true);
	claim(connection, { id: 'x' });
	expect([0, 'x'].map((id) => isClaimed(connection, { id }))).toEqual([false, true]);
});

describe('what a request has made is noted', () => {
	const noting = async (recovery: Recovery) => {
		const scripted = await connectTo(portal(() => []));
		const directory = directoryOf(scripted.connection, customer);
		await inFakeTime(directory.all(scripted.connection, { since: performance.now() }));
		const { request, sentAt } = doubtOf(scripted);
		noteMade(scripted.connection, request, customer, recovery, { sentAt }, made);
		return { ...scripted, directory };
	};

	it('as made by it where it is new', async () => {
		const { connection, directory } = await noting(SEARCH);
		expect(isClaimed(connection, made)).toBe(true);
		expect(directory.knownSoFar?.get('cst_1')?.object).toEqual(made);
	});

	it('as changed where it is not', async () => {
		const isDone = jest.fn();
		const { connection, directory } = await noting({ kind: 'readBack', isDone });
		expect(isClaimed(connection, made)).toBe(false);
		expect(directory.size).toBe(0);
		expect(isDone).toHaveBeenCalledWith(
			made,
			body,
			expect.objectContaining({ since: expect.any(Number) as number }),
		);
	});
});

describe('what a person has to look for', () => {
	let scripted: Scripted;
	beforeEach(async () => {
		scripted = await connectTo(portal(() => [{ ...made, id: 'cst_9', companyName: 'Bakkerij' }]));
	});
	const subjectOf = (own: Partial<Doubt>) =>
		/^Why\. Look in the portal for (.*) before running/.exec(
			undecidable(doubtOf(scripted, own), 'Why.').description,
		)?.[1];
	const requestWith = (url: string, body?: IDataObject) =>
		({ method: 'POST', url, body, answerField: 'id' }) as const;

	const file = new AttachedFile(
		{ data: '', mimeType: 'x/y', fileName: 'a b.pdf' },
		'data',
		'File',
		false,
	);
	const lookFor = (...match: string[]): Recovery => ({ kind: 'search', match });

	it.each([
		[SEARCH, requestWith('/customers', { companyName: 'Jan' }), 'the customer "Jan"'],
		[SEARCH, requestWith('/customers', { companyName: '2026-001' }), 'the customer 2026-001'],
		[SEARCH, requestWith('/customers', { companyName: 'a.b' }), 'the customer a.b'],
		[SEARCH, requestWith('/customers', { companyName: 'a 1' }), 'the customer "a 1"'],
		[
			SEARCH,
			requestWith('/customers', { companyName: '1'.repeat(80) }),
			`the customer ${'1'.repeat(80)}`,
		],
		[
			SEARCH,
			requestWith('/customers', { companyName: '1'.repeat(81) }),
			`the customer "${'1'.repeat(79)}…`,
		],
		[
			SEARCH,
			requestWith('/customers', { primaryEmail: 'x'.repeat(81) }),
			`the customer with primaryEmail "${'x'.repeat(79)}…`,
		],
		[
			SEARCH,
			requestWith('/customers', { primaryEmail: 'x'.repeat(80) }),
			`the customer with primaryEmail ${'x'.repeat(80)}`,
		],
		[
			lookFor('a', 'b'),
			requestWith('/customers', { a: 1, b: true }),
			'the customer with a 1 and b true',
		],
		[
			lookFor('companyName', 'customerId'),
			requestWith('/x', { companyName: '1', customerId: 'cst_9' }),
			'the customer 1 of customer cst_9',
		],
		[lookFor('file'), requestWith('/x', { file } as never), 'the customer "a b.pdf"'],
		[SEARCH, requestWith('/customers/cst_1/x'), 'the customer cst_1'],
		[SEARCH, requestWith('/a%20b'), 'the customer at /a b'],
		[READ_BACK, requestWith('/customers/cst_1', body), 'the customer cst_1'],
		[
			{ ...READ_BACK, adds: 'answer', lookFor: ['companyName'] },
			requestWith('/customers/cst_1', body),
			'the answer with Company Name Jan',
		],
		[
			{ ...NONE, noun: 'subscription' },
			requestWith('/customers/cst_1', body),
			'the subscription with Company Name Jan',
		],
	] as Array<[Recovery, Doubt['request'], string]>)('after %j', (recovery, request, subject) => {
		expect(subjectOf({ recovery, request })).toBe(subject);
	});

	it('names a customer where it is known', async () => {
		const directory = directoryOf(scripted.connection, customer);
		await inFakeTime(directory.all(scripted.connection, { since: performance.now() }));
		const request = requestWith('/x', { customerId: 'cst_9' });
		expect(subjectOf({ recovery: lookFor('customerId'), request })).toBe(
			'the customer of customer Bakkerij (cst_9)',
		);
	});

	it('is told as not made, or as unknown where nobody looked', () => {
		const doubt = doubtOf(scripted);
		expect(givenUp(doubt).isUndecided).toBe(false);
		expect(givenUp({ ...doubt, recovery: REPEAT }).isUndecided).toBe(true);
	});
});

it('reads back with what was sent', async () => {
	const scripted = await connectTo(() => json(made));
	const isDone = jest.fn(() => false);
	const doubt = {
		...doubtOf(scripted),
		request: { method: 'DELETE', url: '/customers/cst_1', answerField: undefined } as const,
	};
	expect(await readBack(doubt, { kind: 'readBack', isDone })).toBeUndefined();
	expect(isDone).toHaveBeenCalledWith(made, {}, expect.anything());
});
