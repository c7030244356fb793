import { allScopes } from '../../sandbox/scopes';
import { RateLimit } from '../../sandbox/rateLimit';
import { client, start, stopAll } from './setup';

afterAll(stopAll);

const allowed = (limit: RateLimit, at: number): boolean => limit.enter('a', at).allowed;

describe('the window', () => {
	it('fixed: all places come back together, one window after the first request', () => {
		const limit = new RateLimit({ limit: 2, windowMilliseconds: 1000, windowKind: 'fixed' });
		expect([0, 900, 950, 999].map((at) => allowed(limit, at))).toEqual([true, true, false, false]);
		expect([1000, 1001, 1002].map((at) => allowed(limit, at))).toEqual([true, true, false]);
	});

	it('sliding: every place comes back one window after it was taken', () => {
		const limit = new RateLimit({ limit: 2, windowMilliseconds: 1000, windowKind: 'sliding' });
		expect([0, 900, 999].map((at) => allowed(limit, at))).toEqual([true, true, false]);
		expect([1000, 1001, 1899, 1900].map((at) => allowed(limit, at))).toEqual([
			true,
			false,
			false,
			true,
		]);
	});

	it('says how long to wait, in whole seconds and at least one', () => {
		const limit = new RateLimit({ limit: 1, windowMilliseconds: 60_000, windowKind: 'fixed' });
		expect(limit.enter('a', 500).headers).toEqual({
			'X-RateLimit-Limit': '1',
			'X-RateLimit-Remaining': '0',
		});
		expect(limit.enter('a', 30_000).headers).toMatchObject({
			'retry-after': '31',
			'x-ratelimit-reset': '61',
		});
		expect(limit.enter('a', 60_499).headers['retry-after']).toBe('1');
		expect(limit.enter('b', 30_000).allowed).toBe(true);
	});
});

describe('over HTTP', () => {
	it.each(['fixed', 'sliding'] as const)('%s', async (windowKind) => {
		const { portal, api } = await start({ limit: 3, windowMilliseconds: 3000, windowKind });
		const remaining: unknown[] = [];
		for (let call = 0; call < 3; call += 1) {
			const answer = await api.get('/customers');
			expect(answer.headers['x-ratelimit-limit']).toBe('3');
			remaining.push(answer.headers['x-ratelimit-remaining']);
		}
		expect(remaining).toEqual(['2', '1', '0']);
		// Before validation: this request would be a 422.
		const refused = await api.post('/customers', {});
		expect([refused.status, refused.data]).toEqual([
			429,
			{ code: 429, message: 'Too many requests.' },
		]);
		expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
		expect(Number(refused.headers['x-ratelimit-reset']) * 1000).toBeGreaterThan(Date.now());
		expect(portal.requests.at(-1)).toMatchObject({ status: 429, carriedOut: false, body: {} });
		await new Promise((resolve) => setTimeout(resolve, 3100));
		expect((await api.get('/customers')).status).toBe(200);
	});

	it('counts each token on its own, and requests that are refused for other reasons too', async () => {
		const keys = ['one', 'two'].map((token) => ({ token, scopes: [...allScopes] }));
		const { portal } = await start({ limit: 2, keys });
		const one = client(portal, 'one');
		expect((await one.post('/customers', {})).status).toBe(422);
		expect((await one.get('/nowhere')).headers['x-ratelimit-remaining']).toBe('0');
		expect((await one.get('/customers')).status).toBe(429);
		expect((await client(portal, 'two').get('/customers')).status).toBe(200);
		expect((await client(portal, 'wrong').get('/customers')).headers).not.toHaveProperty(
			'x-ratelimit-limit',
		);
	});

	it('sends no headers without a limit', async () => {
		const { api } = await start({ limit: Infinity });
		expect((await api.get('/customers')).headers).not.toHaveProperty('x-ratelimit-limit');
	});
});
