/** How much faster the clock of durations goes. */
export const TIMES_FASTER = 60;

/**
 * Turns the clock of durations faster, for tests in which waiting is all that happens: import it before
 * everything else. Not for tests of the rate limit, whose other end, the portal, keeps its own clock.
 */
jest.mock('../../nodes/shared/transport/clock', () => ({
	now: () => performance.now() * TIMES_FASTER,
	wait: async (milliseconds: number) =>
		await new Promise<void>((resolve) => setTimeout(resolve, milliseconds / TIMES_FASTER)),
}));
