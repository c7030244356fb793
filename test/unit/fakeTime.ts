/**
 * Turns all clocks and timers into fake ones for the tests of a file: waiting takes no time.
 * Chance is taken out as well, which makes pauses as short as they can be.
 */
export function useFakeTime(): void {
	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});
}

/** How something ended that took time. */
export interface Ended<Result> {
	result?: Result;
	error?: unknown;
	/** In fake milliseconds. */
	took: number;
}

/** More timers than anything that ends needs. */
const MOST_ROUNDS = 1000;

/** Lets the time pass until it has ended. */
export async function inFakeTime<Result>(running: Promise<Result>): Promise<Ended<Result>> {
	const begin = performance.now();
	let ended: Ended<Result> | undefined;
	const took = () => Math.round(performance.now() - begin);
	running.then(
		(result) => (ended = { result, took: took() }),
		(error: unknown) => (ended = { error, took: took() }),
	);
	for (let round = 0; ended === undefined && round < MOST_ROUNDS; round++) {
		await jest.advanceTimersByTimeAsync(0);
		if (ended === undefined) await jest.advanceTimersToNextTimerAsync();
	}
	if (ended === undefined) throw new Error('It does not end');
	return ended;
}

/** Lets some time pass. */
export async function pass(milliseconds: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(milliseconds);
}
