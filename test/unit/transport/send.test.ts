import type { IHttpRequestOptions } from 'n8n-workflow';
import { AttachedFile } from '../../../nodes/shared/transport/attachedFile';
import { Failure } from '../../../nodes/shared/transport/failure';
import { Hold } from '../../../nodes/shared/transport/hold';
import type { ApiRequest } from '../../../nodes/shared/transport/request';
import { send, type WaitOptions } from '../../../nodes/shared/transport/send';
import { Stop } from '../../../nodes/shared/transport/stop';
import { StreamedForm } from '../../../nodes/shared/transport/streamedForm';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { broken, type Coming, connectTo, inOrder, json, type Script } from '../scriptedConnection';

useFakeTime();

const GET: ApiRequest = { method: 'GET', url: '/customers', answerField: 'data' };
const POST: ApiRequest = {
	method: 'POST',
	url: '/customers',
	body: { name: 'Jan' },
	answerField: 'id',
};
const DELETE: ApiRequest = { method: 'DELETE', url: '/customers/cst_1', answerField: undefined };
const made = json({ id: 'cst_1' }, 201);
const refusedFor = (seconds: number): Coming => json({}, 429, { 'retry-after': String(seconds) });

async function sending(request: ApiRequest, script: Script, options?: WaitOptions) {
	const scripted = await connectTo(script);
	const ended = await inFakeTime(send(scripted.connection, request, options));
	return { ...ended, ...scripted };
}

it('sends what was asked for, and gives what came', async () => {
	const { result, requests, took } = await sending({ ...POST, query: { a: '1' } }, inOrder(made));
	expect(took).toBe(0);
	expect(result).toMatchObject({
		result: { id: 'cst_1' },
		isAmbiguous: false,
		isRepeated: false,
		ending: { kind: 'answered', response: { status: 201 } },
	});
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		method: 'POST',
		url: '/customers',
		baseURL: 'https://portal.example/v1',
		headers: { Accept: 'application/json' },
		qs: { a: '1' },
		body: { name: 'Jan' },
		json: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	});
});

it('sends no body where there is nothing in it', async () => {
	for (const body of [undefined, {}]) {
		const { requests } = await sending({ ...POST, body }, inOrder(made));
		expect('body' in (requests[0] as object)).toBe(false);
	}
});

it('accepts a refusal', async () => {
	const { result, requests } = await sending(POST, inOrder(json({}, 422)));
	expect(result).toMatchObject({ isAmbiguous: false, isRepeated: false, result: undefined });
	expect(requests).toHaveLength(1);
});

it('sends a reading again, after pauses that double', async () => {
	const { result, requests, took } = await sending(
		GET,
		inOrder(broken(), json({}, 503), broken(), json({ data: [] })),
	);
	expect(requests).toHaveLength(4);
	expect(took).toBe(1000 + 2000 + 4000);
	expect(result).toMatchObject({ isAmbiguous: false, isRepeated: true, result: { data: [] } });
});

it('gives a reading up after the fourth', async () => {
	const { result, requests } = await sending(GET, inOrder(broken()));
	expect(requests).toHaveLength(4);
	expect(result).toMatchObject({ isAmbiguous: false, ending: { kind: 'lost' } });
});

it('tries once only where that is asked for, and still waits for the limit', async () => {
	const { requests, took } = await sending(GET, inOrder(refusedFor(2), broken()), {
		isOnlyTry: true,
	});
	expect(requests).toHaveLength(2);
	expect(took).toBe(2000);
	const { requests: several } = await sending(GET, inOrder(broken()), { isOnlyTry: false });
	expect(several).toHaveLength(4);
});

it('does not send a creation again that may have been carried out', async () => {
	const { result, requests, took } = await sending(POST, inOrder(broken()));
	expect(requests).toHaveLength(1);
	expect(took).toBe(0);
	expect(result).toMatchObject({ isAmbiguous: true, isRepeated: false, ending: { kind: 'lost' } });
});

it('sends a creation again that did not reach the API, and does not call that repeated', async () => {
	const { result, requests, took } = await sending(
		POST,
		inOrder(broken('ECONNREFUSED', 'connect'), made),
	);
	expect(requests).toHaveLength(2);
	expect(took).toBe(1000);
	expect(result).toMatchObject({ isRepeated: false, result: { id: 'cst_1' } });
});

it('knows when it was sent for the last time', async () => {
	const begin = performance.now();
	const { result } = await sending(GET, inOrder(broken(), json({ data: [] })));
	expect(result?.sentAt).toBe(begin + 1000);
});

describe('the limit', () => {
	it('is waited for, and told of', async () => {
		const onLimit = jest.fn();
		const { result, requests, took } = await sending(POST, inOrder(refusedFor(3), made), {
			onLimit,
		});
		expect(requests).toHaveLength(2);
		expect(took).toBe(3000);
		expect(onLimit.mock.calls).toEqual([[3000]]);
		expect(result).toMatchObject({ isRepeated: false, isAmbiguous: false });
	});

	it('is not waited for longer than a quarter of an hour', async () => {
		const { error, requests, took } = await sending(POST, inOrder(refusedFor(901), made));
		expect(requests).toHaveLength(1);
		expect(took).toBe(0);
		expect(error).toBeInstanceOf(Failure);
		expect(error).toMatchObject({
			message: 'The API takes no requests for 16 minutes: the rate limit is used up',
			status: 429,
		});
		expect((await sending(POST, inOrder(refusedFor(900), made))).result).toBeDefined();
	});

	it('is not waited for longer in all, however short each wait is', async () => {
		const { error, took } = await sending(POST, inOrder(refusedFor(60)), { longestWait: 100_000 });
		expect(took).toBe(120_000);
		expect(error).toMatchObject({
			message: 'The API takes no requests for 2 minutes: the rate limit is used up',
			status: 429,
		});
	});

	it('may take as long as the caller waits', async () => {
		const { result, took } = await sending(POST, inOrder(refusedFor(50), refusedFor(50), made), {
			longestWait: 100_000,
		});
		expect(took).toBe(100_000);
		expect(result).toBeDefined();
	});
});

describe('a removal', () => {
	it('is sent again, and in doubt after the fourth', async () => {
		const { result, requests } = await sending(DELETE, inOrder(broken()));
		expect(requests).toHaveLength(4);
		expect(result).toMatchObject({ isAmbiguous: true, isRepeated: true });
	});

	it('is in doubt when it cannot be sent again', async () => {
		const { result, error } = await sending(DELETE, inOrder(broken(), refusedFor(2000)));
		expect(error).toBeUndefined();
		expect(result).toMatchObject({ isAmbiguous: true, isRepeated: true, ending: { kind: 'lost' } });
	});

	it('has failed when it was not carried out before', async () => {
		const script = inOrder(broken('ECONNREFUSED', 'connect'), refusedFor(2000));
		const { error } = await sending(DELETE, script);
		expect(error).toMatchObject({ status: 429 });
	});

	it('has failed when nothing of it was sent', async () => {
		const { error } = await sending(DELETE, inOrder(refusedFor(2000)));
		expect(error).toMatchObject({ status: 429 });
	});
});

it('a reading that cannot be sent again has failed', async () => {
	const { error } = await sending(GET, inOrder(broken(), refusedFor(2000)));
	expect(error).toMatchObject({ status: 429 });
});

describe('a stop', () => {
	it('keeps a request from being sent', async () => {
		const stop = new Stop();
		stop.now(new Error('enough'));
		const { error, requests } = await sending(POST, inOrder(made), { stop });
		expect(error).toEqual(new Error('enough'));
		expect(requests).toHaveLength(0);
	});

	it('ends the pause before a request that did not reach the API', async () => {
		const stop = new Stop();
		setTimeout(() => stop.now(new Error('enough')), 500);
		const script = inOrder(broken('ECONNREFUSED', 'connect'), made);
		const { error, took } = await sending(POST, script, { stop, cancelled: new Stop() });
		expect([error, took]).toEqual([new Error('enough'), 500]);
	});

	it('does not end what may have been carried out; the end of the execution does', async () => {
		const stop = new Stop();
		setTimeout(() => stop.now(new Error('enough')), 500);
		const script = inOrder(broken(), json({ data: [] }));
		const { result } = await sending(GET, script, { stop, cancelled: new Stop() });
		expect(result).toMatchObject({ result: { data: [] } });

		const cancelled = new Stop();
		setTimeout(() => cancelled.now(new Error('cancelled')), 500);
		const { error } = await sending(GET, inOrder(broken()), { stop: new Stop(), cancelled });
		expect(error).toEqual(new Error('cancelled'));
	});

	it('is the end of the execution where nothing else is', async () => {
		const stop = new Stop();
		setTimeout(() => stop.now(new Error('enough')), 500);
		const { error } = await sending(GET, inOrder(broken()), { stop });
		expect(error).toEqual(new Error('enough'));
	});
});

describe('another request in doubt', () => {
	it('holds a request back, also one that has its turn already', async () => {
		const hold = new Hold();
		const { connection, requests } = await connectTo(inOrder(json({}), made));
		// The first one has the only turn.
		const first = await connection.channel.limiter.begin();
		const second = inFakeTime(send(connection, POST, { passage: hold.passage() }));
		await pass(0);
		let settle = (): void => undefined;
		void hold.during(async () => await new Promise<void>((resolve) => (settle = resolve)));
		first.end({ status: 200, headers: {}, body: {} });
		await pass(1000);
		expect(requests).toHaveLength(0);
		settle();
		expect((await second).took).toBeGreaterThanOrEqual(1000);
		expect(requests).toHaveLength(1);
	});

	it('costs it no place in the line', async () => {
		const hold = new Hold();
		const oneLeft = { status: 200, headers: { 'x-ratelimit-remaining': '1' }, body: {} };
		const { connection, lines } = await connectTo(inOrder(made, json({ data: [] })));
		const { limiter } = connection.channel;
		const first = await limiter.begin();
		const held = inFakeTime(send(connection, POST, { passage: hold.passage() }));
		await pass(0);
		let settle = (): void => undefined;
		void hold.during(async () => await new Promise<void>((resolve) => (settle = resolve)));
		first.end(oneLeft);
		await pass(0);
		const second = await limiter.begin();
		const later = inFakeTime(send(connection, GET));
		settle();
		await pass(0);
		second.end(oneLeft);
		await Promise.all([held, later]);
		expect(lines).toEqual([`POST ${POST.url}`, `GET ${GET.url}`]);
	});
});

describe('who goes first', () => {
	/** The order in which requests go that wait for the only turn. */
	async function orderOf(
		...asked: Array<[url: string, execution: unknown, options?: WaitOptions]>
	) {
		const { connection, lines } = await connectTo(() =>
			json({ data: [] }, 200, { 'x-ratelimit-remaining': '1' }),
		);
		const first = await connection.channel.limiter.begin();
		const all = asked.map(
			async ([url, execution, options]) =>
				await send({ ...connection, execution }, { ...GET, url }, options),
		);
		await pass(0);
		first.end({ status: 200, headers: { 'x-ratelimit-remaining': '1' }, body: {} });
		await inFakeTime(Promise.all(all));
		return lines.map((line) => line.slice('GET '.length));
	}

	it('is a person, then what finds out about a doubt, then items in turns', async () => {
		expect(
			await orderOf(
				['a1', 'a'],
				['a2', 'a'],
				['b1', 'b'],
				['look', 'a', { isUrgent: true }],
				['person', undefined],
			),
		).toEqual(['person', 'look', 'a1', 'b1', 'a2']);
	});

	it('is what was asked for first, also when it has to be sent again', async () => {
		const { connection, lines } = await connectTo(inOrder(refusedFor(2), json({ data: [] })));
		const all = ['/a1', '/a2', '/a3'].map(async (url) => await send(connection, { ...GET, url }));
		await inFakeTime(Promise.all(all));
		expect(lines).toEqual(['GET /a1', 'GET /a1', 'GET /a2', 'GET /a3']);
	});
});

it('gives a turn back whatever happens', async () => {
	const { connection } = await connectTo(inOrder({ error: new Error('no credential') }, made));
	const { error } = await inFakeTime(send(connection, POST));
	expect(error).toMatchObject({ message: 'no credential' });
	expect(connection.channel.limiter.isIdle).toBe(true);
	expect((await inFakeTime(send(connection, POST))).result).toMatchObject({ isAmbiguous: false });
});

it('is not sent when the caller does not wait so long', async () => {
	const { connection, requests } = await connectTo(inOrder(refusedFor(10), made));
	const deadline = performance.now() + 5000;
	const { error, took } = await inFakeTime(send({ ...connection, deadline }, POST));
	expect([took, requests.length]).toEqual([0, 1]);
	expect(error).toMatchObject({
		message: 'The API takes no requests for 10 seconds: the rate limit is used up',
	});
});

describe('true and false beside a file', () => {
	const binary = { data: Buffer.from('%PDF-').toString('base64'), mimeType: 'application/pdf' };
	const file = new AttachedFile(binary, 'data', 'File', true);
	const request: ApiRequest = {
		method: 'POST',
		url: '/agreements',
		body: { file, signers: [{ shouldIdentify: true }], silent: false } as never,
		answerField: 'id',
	};
	const named = (sentence: string) => json({ message: sentence }, 422);

	/** The parts of the form that was sent, but for the file. */
	const partsOf = ({ body }: IHttpRequestOptions) =>
		Object.fromEntries([...(body as StreamedForm).entries()].filter(([name]) => name !== 'file'));

	it('are words as documented', async () => {
		const { requests } = await sending(request, inOrder(made));
		expect(requests).toHaveLength(1);
		expect(partsOf(requests[0] as IHttpRequestOptions)).toEqual({
			'signers[0][shouldIdentify]': 'true',
			silent: 'false',
		});
	});

	it.each([
		'The signers.0.should identify field must be true or false.',
		'The SIGNERS[0][SHOULD_IDENTIFY] field is wrong.',
		'The silent field must be true or false.',
	])('are digits once the API says: %s', async (sentence) => {
		const { requests, connection, result } = await sending(request, inOrder(named(sentence), made));
		expect(requests).toHaveLength(2);
		expect(partsOf(requests[1] as IHttpRequestOptions)).toEqual({
			'signers[0][shouldIdentify]': '1',
			silent: '0',
		});
		expect(result).toMatchObject({ result: { id: 'cst_1' } });
		expect(connection.channel.multipartBooleans).toBe('digits');
		await inFakeTime(send(connection, request));
		expect(requests).toHaveLength(3);
		expect(partsOf(requests[2] as IHttpRequestOptions)).toMatchObject({ silent: '0' });
	});

	it('are no longer asked about when digits are refused as well', async () => {
		const { requests, connection } = await sending(request, inOrder(named('silent is wrong')));
		expect(requests).toHaveLength(2);
		expect(connection.channel.multipartBooleans).toBe('words');
	});

	it.each([
		['another field is refused', request, named('The name is wrong.')],
		['no words come', request, json({}, 422)],
		['it is another status', request, json({ message: 'silent' }, 409)],
		['there is no file', { ...request, body: { silent: true } }, named('silent')],
		['there is no body', { ...request, body: undefined }, named('silent')],
	] as Array<[string, ApiRequest, Coming]>)('stay words where %s', async (_name, asked, coming) => {
		const { requests } = await sending(asked, inOrder(coming));
		expect(requests).toHaveLength(1);
	});
});
