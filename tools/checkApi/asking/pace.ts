import { setTimeout as pause } from 'node:timers/promises';
import { numberHeader, type Exchange } from './exchange';

/** What is documented where an answer does not tell. */
const DOCUMENTED_LIMIT = 60;

/**
 * Keeps the check within the limit, whatever kind of window it is: never more requests in any stretch of
 * time as long as the window than the API allows.
 */
export class Pace {
	private readonly sent: number[] = [];
	private limit = DOCUMENTED_LIMIT;
	private closedUntil = 0;

	/** @param windowMilliseconds Length of the window; a minute for the real API. */
	constructor(readonly windowMilliseconds: number) {}

	/**
	 * Waits for the next turn and takes it.
	 * @param onWait Told how long it takes, in milliseconds.
	 */
	async turn(signal: AbortSignal, onWait: (milliseconds: number) => void): Promise<void> {
		for (let wait = this.waitFor(Date.now()); wait > 0; wait = this.waitFor(Date.now())) {
			onWait(wait);
			await pause(wait, undefined, { signal });
		}
		this.sent.push(Date.now());
	}

	/** Milliseconds until a number of requests more can have been sent, as far as the limit goes. */
	waitForMore(count: number): number {
		const places = this.limit - this.countedAt(Date.now());
		return Math.max(0, Math.ceil((count - places) / this.limit)) * this.windowMilliseconds;
	}

	/** Takes up what an answer says about the limit. */
	learn(exchange: Exchange): void {
		this.limit = Math.max(1, numberHeader(exchange, 'x-ratelimit-limit') ?? this.limit);
		if (exchange.status === 429) {
			const seconds = numberHeader(exchange, 'retry-after');
			const wait = seconds === undefined ? this.windowMilliseconds : seconds * 1000;
			this.closedUntil = exchange.answeredAt + Math.max(1000, wait);
		} else if (
			numberHeader(exchange, 'x-ratelimit-remaining') === 0 &&
			this.countedAt(exchange.answeredAt) < this.limit
		) {
			// Something else uses the key as well.
			this.closedUntil = exchange.answeredAt + this.windowMilliseconds / 6;
		}
	}

	private waitFor(now: number): number {
		const closed = this.closedUntil - now;
		if (this.countedAt(now) < this.limit) return closed;
		const oldest = this.sent.at(-this.limit) ?? now;
		return Math.max(closed, oldest + this.fullWindow - now, 1);
	}

	private countedAt(now: number): number {
		return this.sent.filter((at) => at > now - this.fullWindow).length;
	}

	/** A little longer than the window: requests do not all take the same time to arrive. */
	private get fullWindow(): number {
		return this.windowMilliseconds * 1.02;
	}
}
