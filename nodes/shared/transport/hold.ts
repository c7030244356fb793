import { wait } from './clock';
import type { Stop } from './stop';

/**
 * Holds new requests back while the end of another one is in doubt: the outage that broke the one off
 * would break the others off too.
 */
export class Hold {
	private doubts = 0;
	private waiting: Array<() => void> = [];

	/** Whether requests have to wait. */
	get isClosed(): boolean {
		return this.doubts > 0;
	}

	/** Holds requests back until what is in doubt is settled, one way or the other. */
	async during<Settled>(settle: () => Promise<Settled>): Promise<Settled> {
		this.doubts++;
		try {
			return await settle();
		} finally {
			// Not at once: what came of it may be a reason to send nothing more.
			void wait(0).then(() => this.settled());
		}
	}

	private settled(): void {
		this.doubts--;
		if (!this.isClosed) this.waiting.splice(0).forEach((goOn) => goOn());
	}

	/**
	 * Waits until nothing is in doubt.
	 * @throws The reason of the stop.
	 */
	async pass(stop?: Stop): Promise<void> {
		stop?.throwIfStopped();
		while (this.isClosed) {
			await new Promise<void>((resolve) => {
				this.waiting.push(resolve);
				stop?.onStop(resolve);
			});
			stop?.throwIfStopped();
		}
	}
}
