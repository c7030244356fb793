import { now } from './clock';

/** Answers from which on the estimate of how many others there are is worth something. */
const ENOUGH_ANSWERS = 5;

/** Who sent in the last minutes will do so again. */
const REMEMBERED_FOR = 10 * 60 * 1000;

/**
 * Other processes that send with the same token, such as the workers of n8n's queue mode. They cannot talk
 * with each other, but see each other in what the API says is left: when that falls by more than this
 * process can have used, others are sending.
 */
export class OtherSenders {
	/** Where counting began. */
	private reference = 0;
	/** Own requests since then, with those that were under way. */
	private sent = 0;
	private answered = 0;
	private estimate = 0;
	private seenAt = -Infinity;

	/** Counts an own request. */
	countSent(): void {
		this.sent++;
	}

	/** An own request that was counted was not sent. */
	countUnsent(): void {
		this.sent--;
	}

	/** Begins to count anew: the API lets more be sent than before. */
	restart(remaining: number, inFlight: number): void {
		this.reference = remaining;
		this.sent = inFlight;
		this.answered = 0;
	}

	/** Learns from what the API says is left. */
	learn(remaining: number): void {
		this.answered++;
		const used = this.reference - remaining;
		if (used <= this.sent) return;
		this.seenAt = now();
		if (this.answered >= ENOUGH_ANSWERS || this.estimate === 0) {
			this.estimate = Math.max(1, Math.round((used - this.sent) / this.answered));
		}
	}

	/**
	 * How many of the requests that are left this process may have under way, so that the others can have as
	 * many. Half of what would be its share: answers tell late what others use meanwhile.
	 */
	share(left: number): number {
		if (now() - this.seenAt > REMEMBERED_FOR) return left;
		return Math.max(1, left / (2 * (1 + this.estimate)));
	}
}
