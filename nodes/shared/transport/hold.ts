import { wait } from './clock';
import { Failure } from './failure';
import { pause } from './pause';
import type { Stop } from './stop';

/**
 * Requests of one run that may end without an answer, one after the other, until nothing more of it is
 * sent: the first one and five more.
 */
const MOST_UNANSWERED = 6;

/** For each request without an answer, nothing is sent for so long before it is tried again, in milliseconds. */
const PAUSE_PER_UNANSWERED = 5000;

/** Why an item was not sent: the requests before it had no answer. */
export class NotSent extends Failure {}

/**
 * Holds new requests of a run back while the end of another one is in doubt: the outage that broke the one
 * off would break the others off too. When nothing was found out because nothing answers, requests go out
 * one at a time with growing pauses, until one is answered or there were too many.
 */
export class Hold {
	private doubts = 0;
	/** Requests without an answer since the last one that had one. */
	private unanswered = 0;
	/** The one that may be sent while there are such requests. */
	private probe: Passage | undefined;
	private waiting: Array<() => void> = [];

	/** The way of one item through this hold. */
	passage(): Passage {
		return new Passage(this);
	}

	/** Whether the item has to wait. */
	isClosedFor(passage: Passage): boolean {
		return this.doubts > 0 || (this.unanswered > 0 && this.probe !== passage);
	}

	/**
	 * Waits until the item may be sent.
	 * @throws NotSent when nothing more of the run is sent; the reason of the stop.
	 */
	async passBy(passage: Passage, stop?: Stop): Promise<void> {
		stop?.throwIfStopped();
		while (this.isClosedFor(passage)) {
			if (this.doubts > 0 || this.probe !== undefined) {
				// What is in doubt may have to be tried again first.
				if (this.probe === passage) this.letOthersTry();
				await this.untilChange(stop);
			} else {
				this.throwIfOver();
				this.probe = passage;
				await pause(PAUSE_PER_UNANSWERED * this.unanswered, stop);
			}
			stop?.throwIfStopped();
		}
		this.throwIfOver();
	}

	/** Waits for its turn to send once more what had no answer. Whether it may. */
	async mayTryAgain(passage: Passage, stop?: Stop): Promise<boolean> {
		while (this.probe !== undefined && this.probe !== passage) await this.untilChange(stop);
		if (this.unanswered >= MOST_UNANSWERED) return false;
		this.probe = passage;
		this.unanswered++;
		return true;
	}

	/** A request had no answer: it may have been carried out. */
	noteUnanswered(): void {
		this.unanswered++;
	}

	/** The API answers again. */
	noteAnswer(): void {
		this.unanswered = 0;
		this.change();
	}

	/** Holds requests back until what is in doubt is settled, one way or the other. */
	async during<Settled>(settle: () => Promise<Settled>): Promise<Settled> {
		this.doubts++;
		try {
			return await settle();
		} finally {
			// Not at once: what came of it may be a reason to send nothing more.
			void wait(0).then(() => {
				this.doubts--;
				this.change();
			});
		}
	}

	/** Lets others try. */
	leave(passage: Passage): void {
		if (this.probe !== passage) return;
		void wait(0).then(() => this.letOthersTry());
	}

	private letOthersTry(): void {
		this.probe = undefined;
		this.change();
	}

	private change(): void {
		this.waiting.splice(0).forEach((goOn) => goOn());
	}

	private async untilChange(stop?: Stop): Promise<void> {
		await new Promise<void>((resolve) => {
			const goOn = (): void => {
				leave?.();
				resolve();
			};
			const leave = stop?.onStop(goOn);
			this.waiting.push(goOn);
		});
		stop?.throwIfStopped();
	}

	private throwIfOver(): void {
		if (this.unanswered < MOST_UNANSWERED) return;
		throw new NotSent(
			'Not sent, because the API does not answer',
			`The ${MOST_UNANSWERED} requests before had no answer. Run this item again when MijnKlantportaal works: nothing of it was sent.`,
		);
	}
}

/** The way of one item through the hold of its run. */
export class Passage {
	constructor(private readonly hold: Hold) {}

	/** Whether the item has to wait. */
	get isClosed(): boolean {
		return this.hold.isClosedFor(this);
	}

	/**
	 * Waits until the item may be sent.
	 * @throws NotSent when nothing more of the run is sent; the reason of the stop.
	 */
	async pass(stop?: Stop): Promise<void> {
		await this.hold.passBy(this, stop);
	}

	/** Whether what had no answer may be sent once more; waits until no other one is tried. */
	async mayTryAgain(stop?: Stop): Promise<boolean> {
		return await this.hold.mayTryAgain(this, stop);
	}

	/** The item has ended, however it did. */
	leave(): void {
		this.hold.leave(this);
	}
}
