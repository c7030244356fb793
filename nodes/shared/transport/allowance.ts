import { now } from './clock';
import { OtherSenders } from './otherSenders';
import { numberHeader, retryAfterOf, type ApiResponse } from './response';

/** The API's `retry-after` counts whole seconds, so nothing finer can be learned from trying. */
const SHORTEST_WAIT = 1000;

/**
 * However long the API asks to wait, it is asked again after this: the number may be wrong, and n8n runs
 * for months.
 */
const LONGEST_CLOSURE = 20 * 60 * 1000;

/** The documented limit, where an answer does not name it. */
const USUAL_LIMIT = 60;

/** After so long without an answer, others may have used what was left. */
const KNOWN_FOR = 1000;

/**
 * What the API lets be sent, as far as its answers tell (docs/api-facts.md, Rate limiting). It keeps no
 * clock of the API's window, whose kind is not documented: it believes the headers.
 */
export class Allowance {
	/** Requests that may still be sent as far as known; undefined until an answer tells. */
	private left: number | undefined;
	private openAt = 0;
	/** How long the API itself says that it takes none: longer than it is believed. */
	private askedUntil = 0;
	private answersSinceRefusal = Infinity;
	/** The newest number that the API said is left, and how many answers had come by then. */
	private remaining = 0;
	private remainingSince = 0;
	private answers = 0;
	private answeredAt = -Infinity;
	private readonly others = new OtherSenders();

	/** How long no request is taken, in milliseconds; 0 or less when some are. */
	get closedFor(): number {
		return this.openAt - now();
	}

	/** How long the API says that it takes no request, in milliseconds. */
	get saidToBeClosedFor(): number {
		return Math.max(this.openAt, this.askedUntil) - now();
	}

	/** When requests are taken again, by the clock of durations. */
	get opensAt(): number {
		return this.openAt;
	}

	/**
	 * Whether a request may be sent now. When nothing is known, or nothing left, one is sent to learn from
	 * its answer, and the others wait for it. When other processes send as well, the fewer are left, the fewer
	 * are under way, in the end one after the other.
	 * @param inFlight Own requests that are under way.
	 */
	admits(inFlight: number): boolean {
		if (this.closedFor > 0) return false;
		if (inFlight === 0) return true;
		if (this.left === undefined || this.left <= 0) return false;
		return inFlight < this.others.share(this.left + inFlight);
	}

	/**
	 * A request is sent.
	 * @param inFlight Own requests that are under way already.
	 * @returns What `learn` has to know of it.
	 */
	spend(inFlight: number): number {
		this.others.countSent();
		if (inFlight === 0 && now() - this.answeredAt > KNOWN_FOR) this.left = undefined;
		if (this.left !== undefined) this.left--;
		return this.answers;
	}

	/** A request that was to be sent is not. */
	giveBack(): void {
		this.others.countUnsent();
		if (this.left !== undefined) this.left++;
	}

	/**
	 * Learns from an answer.
	 * @param inFlight Own requests that are still under way.
	 * @param answersBefore What `spend` gave when the request was sent.
	 */
	learn(response: ApiResponse, inFlight: number, answersBefore: number): void {
		this.answers++;
		this.answeredAt = now();
		if (response.status === 429) {
			this.learnFromRefusal(response);
			return;
		}
		this.answersSinceRefusal++;
		const limit = numberHeader(response, 'x-ratelimit-limit') ?? USUAL_LIMIT;
		const remaining = numberHeader(response, 'x-ratelimit-remaining');
		if (remaining === undefined) this.left = Infinity;
		else this.learnRemaining(remaining, inFlight, answersBefore);
		if (remaining === 0 && this.answersSinceRefusal < limit / 2) {
			// So soon after a refusal the window can only be a sliding one, which frees places one by one.
			this.openAt = Math.max(this.openAt, now() + SHORTEST_WAIT);
		}
	}

	private learnRemaining(remaining: number, inFlight: number, answersBefore: number): void {
		if (this.left !== undefined && remaining > this.remaining) {
			// Sent before the lower number was known: the answers have passed each other on their way.
			if (answersBefore < this.remainingSince) return;
		}
		if (this.left === undefined || remaining > this.remaining) {
			this.others.restart(remaining, inFlight);
		} else this.others.learn(remaining);
		this.remaining = remaining;
		this.remainingSince = this.answers;
		// Requests still under way may or may not be counted in what the API says is left.
		this.left = remaining - inFlight;
	}

	private learnFromRefusal(response: ApiResponse): void {
		const asked = retryAfterOf(response, Date.now()) ?? SHORTEST_WAIT;
		const closed = Math.min(LONGEST_CLOSURE, Math.max(SHORTEST_WAIT, asked));
		this.openAt = Math.max(this.openAt, now() + closed);
		this.askedUntil = now() + asked;
		this.left = undefined;
		this.answersSinceRefusal = 0;
	}
}
