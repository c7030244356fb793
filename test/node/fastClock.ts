/** How much faster the clock of durations goes, unless a test turns it slower. */
export const TIMES_FASTER = 60;

const mockClock = { timesFaster: TIMES_FASTER, milliseconds: 0, tickedAt: performance.now() };

/** How often the clock ticks by itself, in real milliseconds. */
const TICKS_EVERY = 5;

/**
 * The longest time between two ticks that counts, in real milliseconds. On a busy machine the process may
 * stand still for longer, or have more to do at once than it gets done: for the node and the portal alike,
 * so that it is no time that passed. What answers within some turns of the process answers in time.
 */
const LONGEST_TICK = TICKS_EVERY;

function mockTick(): void {
	const at = performance.now();
	const passed = Math.min(LONGEST_TICK, at - mockClock.tickedAt);
	mockClock.milliseconds += passed * mockClock.timesFaster;
	mockClock.tickedAt = at;
}
setInterval(mockTick, TICKS_EVERY).unref();

function mockNow(): number {
	mockTick();
	return mockClock.milliseconds;
}

async function mockWait(milliseconds: number): Promise<void> {
	const until = mockNow() + milliseconds;
	do {
		const left = Math.max(0, until - mockNow()) / mockClock.timesFaster;
		await new Promise<void>((resolve) => setTimeout(resolve, left));
	} while (mockNow() < until);
}

/**
 * Turns the clock of durations faster, for tests in which waiting is all that happens: import it before
 * everything else. Not for tests of the rate limit, whose other end, the portal, keeps its own clock.
 */
jest.mock('../../nodes/shared/transport/clock', () => ({ now: mockNow, wait: mockWait }));

/** For tests in which the portal has to be in time: call it before anything runs. */
export function turnClock(timesFaster: number): void {
	mockClock.timesFaster = timesFaster;
}
