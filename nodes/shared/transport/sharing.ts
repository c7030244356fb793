import { now, wait } from './clock';
import { RefusedByN8n } from './ending';
import { Failure } from './failure';
import type { Stop } from './stop';

/**
 * Waits for what another execution has begun; without that, or where n8n refused that one, begins it. When an
 * execution ends, n8n gives up what evaluates the expressions of its workflow, and with it its credential
 * (n8n-core 2.41, `releaseIsolate`): what others still wait for can then not be sent for it any more.
 * @param begin Begins it, unless one more has done so meanwhile.
 * @throws Failure
 */
export async function joined<Result>(
	underWay: Promise<Result> | undefined,
	begin: () => Promise<Result>,
): Promise<Result> {
	if (underWay === undefined) return await begin();
	return await underWay.catch(async (cause: unknown) => {
		if (cause instanceof Failure && !(cause instanceof RefusedByN8n)) throw cause;
		return await begin();
	});
}

/**
 * Waits for what others need as well: a stop ends the waiting, and not what is waited for.
 * @throws The reason of the stop; why it failed.
 */
export async function untilStopped<Result>(
	shared: Promise<Result>,
	stop: Stop | undefined,
): Promise<Result> {
	if (stop === undefined) return await shared;
	// Whether it fails is then of no interest to this one, and may be to nobody.
	shared.catch(() => undefined);
	stop.throwIfStopped();
	return await new Promise<Result>((resolve, reject) => {
		const leave = stop.onStop(() => {
			leave();
			reject(stop.reason);
		});
		void shared.then(resolve, reject).finally(leave);
	});
}

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
