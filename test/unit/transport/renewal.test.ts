import type { ApiRequest } from '../../../nodes/shared/transport/request';
import { send } from '../../../nodes/shared/transport/send';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { type Coming, connectTo, inOrder, json, type Scripted } from '../scriptedConnection';

useFakeTime();

const GET: ApiRequest = { method: 'GET', url: '/customers', answerField: 'data' };
const found = json({ data: [] });
const refused = json({ message: 'Unauthenticated.' }, 401);

/** A portal whose token has expired, and what comes of each asking for another one. */
async function expired(
	renewals: Array<'renewed' | 'silent' | object>,
	answer: (token: unknown, before: number) => Coming = (token) =>
		token === 'new' ? found : refused,
): Promise<Scripted & { asked: () => number }> {
	let asked = 0;
	const scripted: Scripted = await connectTo(
		(_request, before) =>
			answer(
				(scripted.credential.oauthTokenData as { access_token: unknown }).access_token,
				before,
			),
		{
			authentication: 'oAuth2',
			more: {
				helpers: {
					refreshOAuth2Token: async () => {
						const renewal = renewals[Math.min(asked++, renewals.length - 1)];
						if (renewal === 'silent') return await new Promise(() => undefined);
						if (renewal !== 'renewed') throw renewal;
						scripted.credential.oauthTokenData = { access_token: 'new', refresh_token: 'same' };
						return await Promise.resolve({});
					},
				},
			},
		},
	);
	return { ...scripted, asked: () => asked };
}

const failing = (own: object) => Object.assign(new Error('n8n'), own);

it('renews the token and sends again', async () => {
	const { connection, requests, asked } = await expired(['renewed']);
	const { result, took } = await inFakeTime(send(connection, GET));
	expect(result).toMatchObject({ result: { data: [] }, isRepeated: false });
	expect([requests.length, asked(), took]).toEqual([2, 1, 0]);
});

it('renews it once for all who were refused', async () => {
	const { connection, asked } = await expired(['renewed']);
	const all = [1, 2, 3].map(async () => await send(connection, GET));
	const { result } = await inFakeTime(Promise.all(all));
	expect(result).toHaveLength(3);
	expect(asked()).toBe(1);
});

it('renews it once for each request', async () => {
	const { connection, requests, asked } = await expired(['renewed'], () => refused);
	const { result } = await inFakeTime(send(connection, GET));
	expect(result).toMatchObject({ ending: { response: { status: 401 } }, result: undefined });
	expect([requests.length, asked()]).toEqual([2, 1]);
});

it('does not ask for one that another process has stored meanwhile', async () => {
	const portal = await expired(['renewed'], (token) => {
		if (token === 'new') return found;
		portal.credential.oauthTokenData = { access_token: 'new', refresh_token: 'same' };
		return refused;
	});
	const { result } = await inFakeTime(send(portal.connection, GET));
	expect(result).toMatchObject({ result: { data: [] } });
	expect(portal.asked()).toBe(0);
});

it('takes what is stored for what counts, however the asking ended', async () => {
	const portal = await expired([
		{
			get cause() {
				portal.credential.oauthTokenData = { access_token: 'new', refresh_token: 'same' };
				return undefined;
			},
		},
	]);
	expect((await inFakeTime(send(portal.connection, GET))).result).toBeDefined();
	expect(portal.asked()).toBe(1);
});

it('does not renew an API key', async () => {
	const { connection, requests } = await connectTo(inOrder(refused));
	const { result } = await inFakeTime(send(connection, GET));
	expect(result).toMatchObject({ ending: { response: { status: 401 } } });
	expect(requests).toHaveLength(1);
});

it('sends nothing with a token that is being renewed', async () => {
	const { connection, requests } = await expired([failing({ status: 503 }), 'renewed']);
	const first = inFakeTime(send(connection, GET));
	await pass(0);
	expect(requests).toHaveLength(1);
	const second = inFakeTime(send(connection, GET));
	await pass(900);
	expect(requests).toHaveLength(1);
	await pass(200);
	await Promise.all([first, second]);
	expect(requests).toHaveLength(3);
});

describe('what stands in the way', () => {
	it.each([
		[
			'a refusal',
			failing({ body: { error: 'invalid_grant' } }),
			1,
			0,
			/^MijnKlantportaal no longer grants the access of the credential "Theirs"$/,
			401,
		],
		['silence', 'silent', 1, 30_000, /because no answer came$/, undefined],
		[
			'no connection',
			failing({ code: 'ECONNREFUSED' }),
			4,
			7000,
			/because no answer came$/,
			undefined,
		],
		['an outage', failing({ status: 503 }), 4, 7000, /could not be renewed \(status 503\)$/, 503],
		['another answer', failing({ status: 404 }), 1, 0, /could not be renewed \(status 404\)$/, 404],
		[
			'a wait',
			failing({ response: { status: 503, headers: { 'retry-after': '5' } } }),
			4,
			15_000,
			/status 503/,
			503,
		],
		[
			'a long wait',
			failing({ response: { status: 503, headers: { 'retry-after': '500' } } }),
			4,
			90_000,
			/status 503/,
			503,
		],
	] as Array<[string, 'silent' | object, number, number, RegExp, number | undefined]>)(
		'%s',
		async (_name, obstacle, times, took, message, status) => {
			const { connection, asked, requests } = await expired([obstacle]);
			const ended = await inFakeTime(send(connection, GET));
			expect(ended.error).toMatchObject({
				status,
				message: expect.stringMatching(message) as string,
			});
			expect([asked(), ended.took, requests.length]).toEqual([times, took, 1]);
		},
	);

	it('is that no other token came, where nothing was refused', async () => {
		const { connection } = await connectTo(inOrder(refused), {
			authentication: 'oAuth2',
			more: { helpers: { refreshOAuth2Token: async () => await Promise.resolve({}) } },
		});
		const { error } = await inFakeTime(send(connection, GET));
		expect(error).toMatchObject({
			message: 'The access token has expired and could not be renewed (no new token came)',
		});
	});

	it('names the time-out, or the code of the network', async () => {
		for (const [obstacle, named] of [
			['silent', 'a time-out'],
			[failing({ code: 'ECONNRESET' }), 'ECONNRESET'],
		] as const) {
			const { connection } = await expired([obstacle]);
			const { error } = await inFakeTime(send(connection, GET));
			expect(error).toMatchObject({
				description: expect.stringContaining(`The connection ended with ${named}.`) as string,
			});
		}
	});

	it('is not tried anew for ten seconds', async () => {
		const { connection, asked } = await expired([failing({ status: 404 }), 'renewed']);
		await inFakeTime(send(connection, GET));
		await pass(10_000);
		expect((await inFakeTime(send(connection, GET))).error).toMatchObject({ status: 404 });
		expect(asked()).toBe(1);
		await pass(1);
		expect((await inFakeTime(send(connection, GET))).result).toBeDefined();
		expect(asked()).toBe(2);
	});
});

describe('a token that is refused right after it was renewed', () => {
	const once = (url: string): ApiRequest => ({ ...GET, url });

	it('is not renewed for the same kind of request for ten minutes', async () => {
		const { connection, asked, requests } = await expired(['renewed'], () => refused);
		await inFakeTime(send(connection, once('/customers')));
		expect([asked(), requests.length]).toEqual([1, 2]);
		await inFakeTime(send(connection, once('/customers/cst_1')));
		expect([asked(), requests.length]).toEqual([1, 3]);
		await pass(10 * 60 * 1000 - 1);
		await inFakeTime(send(connection, once('/customers')));
		expect(requests).toHaveLength(4);
	});

	it('is renewed for other kinds of requests', async () => {
		const { connection, asked } = await expired(['renewed'], () => refused);
		await inFakeTime(send(connection, once('/customers')));
		expect(asked()).toBe(1);
		await inFakeTime(send(connection, once('/invoices')));
		expect(asked()).toBe(5);
		await pass(10_001);
		await inFakeTime(send(connection, { ...once('/customers'), method: 'POST' }));
		expect(asked()).toBeGreaterThan(5);
	});

	it('is renewed again after ten minutes', async () => {
		const { connection, asked } = await expired(['renewed'], () => refused);
		await inFakeTime(send(connection, GET));
		await pass(10 * 60 * 1000);
		const { error } = await inFakeTime(send(connection, GET));
		expect(error).toMatchObject({
			message: expect.stringContaining('no new token came') as string,
		});
		expect(asked()).toBe(5);
	});
});

it('is not waited for when the execution ends', async () => {
	const { connection } = await expired(['silent']);
	const stop = new Stop();
	const first = inFakeTime(send(connection, GET, { stop }));
	await pass(100);
	const second = inFakeTime(send(connection, GET, { stop }));
	await pass(100);
	stop.now(new Error('enough'));
	expect(await first).toMatchObject({ error: new Error('enough'), took: 200 });
	expect(await second).toMatchObject({ error: new Error('enough'), took: 100 });
});

describe('an n8n without the helper', () => {
	it('is made to renew by a reading that is refused', async () => {
		const scripted = await connectTo(
			(request) => {
				const { access_token: token } = scripted.credential.oauthTokenData as {
					access_token: string;
				};
				if (token === 'new') return found;
				if (request.ignoreHttpStatusErrors === true) return refused;
				scripted.credential.oauthTokenData = { access_token: 'new', refresh_token: 'same' };
				return found;
			},
			{ authentication: 'oAuth2' },
		);
		const request: ApiRequest = {
			method: 'POST',
			url: '/x',
			body: { a: 1 },
			query: { b: 2 },
			answerField: undefined,
		};
		expect((await inFakeTime(send(scripted.connection, request))).result).toBeDefined();
		expect(scripted.requests).toHaveLength(3);
		expect(scripted.requests[1]).toMatchObject({
			method: 'GET',
			url: '/customers',
			qs: {},
			body: undefined,
			ignoreHttpStatusErrors: false,
			baseURL: 'https://portal.example/v1',
		});
	});
});
