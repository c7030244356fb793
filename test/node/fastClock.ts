/**
 * Turns the clock of durations faster, for tests in which waiting is all that happens: import it before
 * everything else. Not for tests of the rate limit, whose other end, the portal, keeps its own clock.
 */
jest.mock('../../nodes/shared/transport/clock', () => {
	const times = 60;
	return {
		now: () => performance.now() * times,
		wait: async (milliseconds: number) =>
			await new Promise<void>((resolve) => setTimeout(resolve, milliseconds / times)),
	};
});
