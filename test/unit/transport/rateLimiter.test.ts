import { LimitUsedUp, RateLimiter, type Turn } from '../../../nodes/shared/transport/rateLimiter';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';

useFakeTime();

const left = (remaining: number) => ({
	status: 200,
	headers: { 'x-ratelimit-remaining': String(remaining) },
	body: {},
});
const refused = (seconds: number) => ({
	status: 429,
	headers: { 'retry-after': String(seconds) },
	body: {},
});

/** A limiter whose API has said what is left. */
async function limiterWith(remaining: number): Promise<RateLimiter> {
	const limiter = new RateLimiter();
	(await limiter.begin()).end(left(remaining));
	await pass(0);
	return limiter;
}

/** Notes turns as they come. */
function asking(limiter: RateLimiter, count: number, options = {}): Turn[] {
	const turns: Turn[] = [];
	for (let index = 0; index < count; index++) {
		void limiter.begin(options).then((turn) => turns.push(turn));
	}
	return turns;
}

it('gives one turn to learn from, then five at once at most', async () => {
	const limiter = new RateLimiter();
	const turns = asking(limiter, 10);
	await pass(0);
	expect(turns).toHaveLength(1);
	turns[0]?.end(left(50));
	await pass(0);
	expect(turns).toHaveLength(6);
	turns[1]?.end(left(49));
	await pass(0);
	expect(turns).toHaveLength(7);
});

it('gives a turn that ended twice free once', async () => {
	const limiter = await limiterWith(50);
	const turns = asking(limiter, 10);
	await pass(0);
	expect(turns).toHaveLength(5);
	turns[0]?.end(left(49));
	turns[0]?.end(left(49));
	turns[0]?.giveBack();
	await pass(0);
	expect(turns).toHaveLength(6);
});

it('learns nothing of a connection that ended without an answer', async () => {
	const limiter = await limiterWith(2);
	const turns = asking(limiter, 4);
	await pass(0);
	expect(turns).toHaveLength(2);
	turns[0]?.end();
	await pass(0);
	expect(turns).toHaveLength(2);
	turns[1]?.giveBack();
	await pass(0);
	expect(turns).toHaveLength(3);
});

it('gives turns in the order of asking, and a place back to what is sent again', async () => {
	const limiter = new RateLimiter();
	const [first] = [await limiter.begin()];
	expect(first.order).toBe(0);
	const order: number[] = [];
	for (let index = 0; index < 3; index++) {
		void limiter.begin().then((turn) => {
			order.push(turn.order);
			turn.end(left(5));
		});
	}
	void limiter.begin({ order: first.order }).then((turn) => {
		order.push(turn.order);
		turn.end(left(5));
	});
	first.end(left(1));
	await pass(10);
	expect(order).toEqual([0, 1, 2, 3]);
});

it('waits as long as a refusal says, then sends one', async () => {
	const limiter = await limiterWith(5);
	const turn = await limiter.begin();
	expect(limiter.closedFor).toBe(0);
	turn.end(refused(3));
	await pass(0);
	expect(limiter.closedFor).toBe(3000);
	const turns = asking(limiter, 3);
	await pass(2999);
	expect(turns).toHaveLength(0);
	await pass(1);
	expect(turns).toHaveLength(1);
});

it('wakes at the later time when it is refused again meanwhile', async () => {
	const limiter = await limiterWith(5);
	const [one, other] = [await limiter.begin(), await limiter.begin()];
	one.end(refused(2));
	const turns = asking(limiter, 1);
	await pass(0);
	other.end(refused(5));
	await pass(2000);
	expect(turns).toHaveLength(0);
	await pass(3000);
	expect(turns).toHaveLength(1);
	expect(jest.getTimerCount()).toBe(0);
});

it('sets one timer, however many wait', async () => {
	const limiter = await limiterWith(5);
	(await limiter.begin()).end(refused(3));
	await pass(0);
	asking(limiter, 20);
	await pass(0);
	expect(jest.getTimerCount()).toBe(1);
});

it('sets none where nobody waits', async () => {
	const limiter = await limiterWith(5);
	(await limiter.begin()).end(refused(3));
	await pass(0);
	expect(jest.getTimerCount()).toBe(0);
});

describe('who does not want to wait so long', () => {
	it.each([
		['longer than asked for', { longestWait: 2999 }, true],
		['as long as asked for', { longestWait: 3000 }, false],
		['behind the deadline', { deadline: 2999 }, true],
		['until the deadline', { deadline: 3000 }, false],
	])('%s', async (_name, { longestWait, deadline }: Record<string, number>, isDismissed) => {
		const limiter = await limiterWith(5);
		(await limiter.begin()).end(refused(3));
		await pass(0);
		const { error, result, took } = await inFakeTime(
			limiter.begin({
				longestWait,
				deadline: deadline === undefined ? undefined : performance.now() + deadline,
			}),
		);
		expect(error instanceof LimitUsedUp).toBe(isDismissed);
		expect(result !== undefined).toBe(!isDismissed);
		expect(took).toBe(isDismissed ? 0 : 3000);
	});

	it('is told how long the API itself says, and others wait on', async () => {
		const limiter = await limiterWith(5);
		const turn = await limiter.begin();
		const others = asking(limiter, 5);
		const impatient = inFakeTime(limiter.begin({ longestWait: 1000 }));
		await pass(0);
		expect(others).toHaveLength(4);
		turn.end(refused(3000));
		const { error } = await impatient;
		expect(error).toMatchObject({
			name: 'LimitUsedUp',
			milliseconds: 3_000_000,
			message: 'No requests are taken for 3000 seconds',
		});
		for (const other of [...others]) other.end();
		await pass(20 * 60 * 1000);
		expect(others).toHaveLength(5);
	});
});

describe('a stop', () => {
	it('lets nobody begin to wait', async () => {
		const stop = new Stop();
		stop.now(new Error('enough'));
		const { error } = await inFakeTime(new RateLimiter().begin({ stop }));
		expect(error).toEqual(new Error('enough'));
	});

	it('ends the waiting, and no turn is lost', async () => {
		const limiter = new RateLimiter();
		const turn = await limiter.begin();
		const stop = new Stop();
		const waiting = inFakeTime(limiter.begin({ stop }));
		stop.now(new Error('enough'));
		expect(await waiting).toMatchObject({ error: new Error('enough'), took: 0 });
		turn.end(left(1));
		await pass(0);
		expect(limiter.isIdle).toBe(true);
	});

	it('is not listened to any more once the turn has come, or was refused', async () => {
		const stop = new Stop();
		const leave = jest.fn();
		jest.spyOn(stop, 'onStop').mockReturnValue(leave);
		const limiter = new RateLimiter();
		const turn = await limiter.begin({ stop });
		expect(leave).toHaveBeenCalledTimes(1);
		turn.end(refused(10));
		await pass(0);
		await inFakeTime(limiter.begin({ stop, longestWait: 1 }));
		expect(leave).toHaveBeenCalledTimes(2);
	});
});

it('is idle when nobody waits, nothing is under way, and it is not closed', async () => {
	const limiter = new RateLimiter();
	expect(limiter.isIdle).toBe(true);
	const turn = await limiter.begin();
	expect(limiter.isIdle).toBe(false);
	turn.end(refused(1));
	await pass(0);
	expect(limiter.isIdle).toBe(false);
	await pass(1000);
	expect(limiter.isIdle).toBe(true);
});
