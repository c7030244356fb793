import { wait } from './clock';
import type { Stop } from './stop';

/**
 * Waits; a stop ends the waiting at once.
 * @throws The reason of the stop.
 */
export async function pause(milliseconds: number, stop?: Stop): Promise<void> {
	stop?.throwIfStopped();
	await new Promise<void>((resolve, reject) => {
		const leave = stop?.onStop(() => reject(stop.reason));
		void wait(milliseconds).then(() => {
			leave?.();
			resolve();
		});
	});
}
