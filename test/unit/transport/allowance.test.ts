import { Allowance } from '../../../nodes/shared/transport/allowance';
import { pass, useFakeTime } from '../fakeTime';

useFakeTime();

const answer = (remaining?: number, more: Record<string, string> = {}, status = 200) => ({
	status,
	headers: {
		...(remaining === undefined ? {} : { 'x-ratelimit-remaining': String(remaining) }),
		...more,
	},
	body: {},
});
const refusal = (retryAfter?: string) =>
	answer(0, retryAfter === undefined ? {} : { 'retry-after': retryAfter }, 429);

/** Sends one request and learns from its answer, nothing else being under way. */
function exchange(allowance: Allowance, response: Parameters<Allowance['learn']>[0]): void {
	allowance.learn(response, 0, allowance.spend(0));
}

it('sends one request to learn from, and nothing beside it', () => {
	const allowance = new Allowance();
	expect(allowance.admits(0)).toBe(true);
	allowance.spend(0);
	expect(allowance.admits(1)).toBe(false);
});

it('then sends as many as are left', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(2));
	allowance.spend(0);
	expect(allowance.admits(1)).toBe(true);
	allowance.spend(1);
	expect(allowance.admits(2)).toBe(false);
	expect(allowance.admits(0)).toBe(true);
});

it('sends as many as it likes to an API that names no limit', () => {
	const allowance = new Allowance();
	exchange(allowance, answer());
	for (let inFlight = 0; inFlight < 100; inFlight++) {
		expect(allowance.admits(inFlight)).toBe(true);
		allowance.spend(inFlight);
	}
});

it('does not count what was given back', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(2));
	allowance.spend(0);
	allowance.spend(1);
	expect(allowance.admits(1)).toBe(false);
	allowance.giveBack();
	expect(allowance.admits(1)).toBe(true);
});

it('gives back before anything is known', () => {
	const allowance = new Allowance();
	allowance.spend(0);
	allowance.giveBack();
	expect(allowance.admits(1)).toBe(false);
});

it('reckons that what is under way may not be counted yet', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(10));
	const sent = allowance.spend(0);
	allowance.learn(answer(3), 3, sent);
	// All three that are left may be those three.
	expect(allowance.admits(3)).toBe(false);
	expect(allowance.admits(0)).toBe(true);
});

it('no longer believes after a second without answers that nobody used what is left', async () => {
	await pass(5000);
	const allowance = new Allowance();
	exchange(allowance, answer(10));
	await pass(1000);
	allowance.spend(0);
	expect(allowance.admits(1)).toBe(true);
	const other = new Allowance();
	exchange(other, answer(10));
	await pass(1001);
	other.spend(0);
	expect(other.admits(1)).toBe(false);
});

it('believes it as long as something is under way', async () => {
	const allowance = new Allowance();
	exchange(allowance, answer(10));
	allowance.spend(0);
	await pass(5000);
	allowance.spend(1);
	expect(allowance.admits(2)).toBe(true);
});

/** How many requests it lets be sent, beside those that are under way. */
function sendAll(allowance: Allowance, inFlight = 0): number {
	let sent = 0;
	while (allowance.admits(inFlight + sent) && sent < 100) allowance.spend(inFlight + sent++);
	return sent;
}

it('believes the lower number of two answers that have passed each other', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(10));
	const [first, second] = [allowance.spend(0), allowance.spend(1)];
	allowance.learn(answer(8), 1, second);
	allowance.learn(answer(9), 0, first);
	expect(sendAll(allowance)).toBe(7);
});

it('believes a higher number that came of a later request', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(1));
	exchange(allowance, answer(60));
	expect(sendAll(allowance)).toBe(60);
});

it('does not count on what is under way', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(10));
	const [first] = [allowance.spend(0), allowance.spend(1), allowance.spend(2)];
	allowance.learn(answer(9), 2, first);
	expect(sendAll(allowance, 2)).toBe(7);
});

it.each([
	['as the API asks', '3', 3000, 3000],
	['a second, where it asks for none', '0', 1000, 0],
	['a second, where it does not say', undefined, 1000, 1000],
	['twenty minutes at most', '7200', 20 * 60 * 1000, 7200 * 1000],
])('after a refusal it waits %s', (_name, retryAfter, closed, said) => {
	const allowance = new Allowance();
	exchange(allowance, refusal(retryAfter));
	expect(allowance.closedFor).toBe(closed);
	expect(allowance.opensAt).toBe(performance.now() + closed);
	expect(allowance.saidToBeClosedFor).toBe(Math.max(closed, said));
	expect(allowance.admits(0)).toBe(false);
});

it('is open again when the time is over, for one request to learn from', async () => {
	const allowance = new Allowance();
	exchange(allowance, answer(10));
	exchange(allowance, refusal('3'));
	await pass(2999);
	expect(allowance.admits(0)).toBe(false);
	await pass(1);
	expect(allowance.admits(0)).toBe(true);
	allowance.spend(0);
	expect(allowance.admits(1)).toBe(false);
});

it('keeps the longer of two waits', () => {
	const allowance = new Allowance();
	exchange(allowance, refusal('10'));
	exchange(allowance, refusal('3'));
	expect(allowance.closedFor).toBe(10_000);
});

describe('with nothing left', () => {
	it('sends one to be refused, where the window may be a fixed one', () => {
		const allowance = new Allowance();
		exchange(allowance, answer(0));
		expect(allowance.admits(0)).toBe(true);
	});

	it('waits a second, where a refusal was so short ago that the window slides', async () => {
		const allowance = new Allowance();
		exchange(allowance, refusal('1'));
		await pass(1000);
		exchange(allowance, answer(0));
		expect(allowance.closedFor).toBe(1000);
	});

	it.each([
		[undefined, 29, true],
		[undefined, 30, false],
		['10', 4, true],
		['10', 5, false],
	])('of the limit %p, %i answers after a refusal are soon: %p', async (limit, answers, isSoon) => {
		const allowance = new Allowance();
		exchange(allowance, refusal('1'));
		await pass(1000);
		const headers: Record<string, string> =
			limit === undefined ? {} : { 'x-ratelimit-limit': limit };
		for (let count = 1; count < answers; count++) exchange(allowance, answer(5, headers));
		expect(allowance.closedFor).toBeLessThanOrEqual(0);
		exchange(allowance, answer(0, headers));
		expect(allowance.closedFor > 0).toBe(isSoon);
	});

	it('does not open earlier than a refusal said', () => {
		const allowance = new Allowance();
		const sent = allowance.spend(0);
		allowance.learn(refusal('10'), 1, allowance.spend(1));
		allowance.learn(answer(0), 0, sent);
		expect(allowance.closedFor).toBe(10_000);
	});
});

it('leaves room for other senders', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(20));
	exchange(allowance, answer(16));
	// 16 are left, others use 3 for each of its own: 16 / (2 × 4).
	allowance.spend(0);
	expect(allowance.admits(1)).toBe(true);
	allowance.spend(1);
	expect(allowance.admits(2)).toBe(false);
});

it('does not take what it sent itself for that of others', () => {
	const allowance = new Allowance();
	exchange(allowance, answer(20));
	exchange(allowance, answer(19));
	exchange(allowance, answer(18));
	for (let inFlight = 0; inFlight < 5; inFlight++) {
		expect(allowance.admits(inFlight)).toBe(true);
		allowance.spend(inFlight);
	}
	allowance.giveBack();
	const sent = allowance.spend(4);
	allowance.learn(answer(13), 4, sent);
	expect(allowance.admits(4)).toBe(true);
});
