import type { Stop } from './stop';

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
