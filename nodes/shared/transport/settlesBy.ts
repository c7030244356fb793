import { now, wait } from './clock';

/** How long a timer may outlive what it waits for, in milliseconds. */
const STEP = 250;

/**
 * Waits for what goes on whether somebody waits or not.
 * @param deadline By the clock of durations.
 * @returns Whether it ended in time.
 * @throws Why it failed, in time.
 */
export async function settlesBy(deadline: number, shared: Promise<unknown>): Promise<boolean> {
	const settled = shared.then(() => true);
	// Nobody listens any more when it fails later.
	settled.catch(() => undefined);
	for (;;) {
		const left = deadline - now();
		if (left <= 0) return false;
		const isSettled = await Promise.race([settled, wait(Math.min(STEP, left)).then(() => false)]);
		if (isSettled) return true;
	}
}
