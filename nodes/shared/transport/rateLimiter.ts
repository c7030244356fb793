import { now, wait } from './clock';
import { numberHeader, retryAfterOf, type ApiResponse } from './response';
import type { Stop } from './stop';

/** A request's turn: taken before it is sent, given back when it ended. */
export interface Turn {
	/** Place in the line, to keep it when the request has to be sent again. */
	order: number;
	/** @param answer What came back; none when the connection ended without an answer. */
	end(response?: ApiResponse): void;
	/** Gives the turn back unused. */
	giveBack(): void;
}

/** Why there is no turn: the limit is used up for longer than the caller wants to wait. */
export class LimitUsedUp extends Error {
	/** @param milliseconds How long until the API takes requests again. */
	constructor(readonly milliseconds: number) {
		super(`No requests are taken for ${Math.ceil(milliseconds / 1000)} seconds`);
		this.name = 'LimitUsedUp';
	}
}

/** How a caller waits for its turn. */
export interface TurnOptions {
	/** Ends the waiting at once. */
	stop?: Stop;
	/** Longest wait for the limit, in milliseconds. */
	longestWait?: number;
	/** Place in the line of an earlier turn, where the request is sent again. */
	order?: number;
}

interface Waiting {
	order: number;
	begin: (turn: Turn) => void;
	giveUp: (reason: unknown) => void;
	longestWait: number;
}

/** n8n sends all items at once; more connections than these bring no speed at 60 requests per minute. */
const MOST_IN_FLIGHT = 5;

/** The API's `retry-after` counts whole seconds, so nothing finer can be learned from trying. */
const SHORTEST_WAIT = 1000;

/**
 * However long the API asks to wait, it is asked again after this: the number may be wrong, and n8n runs
 * for months.
 */
const LONGEST_CLOSURE = 20 * 60 * 1000;

/**
 * Gives requests their turn, in order, as fast as the API allows (docs/api-facts.md, Rate limiting). It keeps no
 * clock of the API's window, whose kind is not documented: it believes the headers. While the API says
 * that requests are left, up to five are in flight; when it says none are left, one is sent to learn
 * from the refusal how long to wait, and after the wait again one, to learn the new number.
 */
export class RateLimiter {
	private waiting: Waiting[] = [];
	private inFlight = 0;
	/** Requests that may still be sent as far as known; undefined until an answer tells. */
	private left: number | undefined;
	private openAt = 0;
	private answersSinceRefusal = Infinity;
	private nextOrder = 0;
	private wakeAt = Infinity;

	/**
	 * Waits for a turn.
	 * @throws LimitUsedUp, or the reason of the stop.
	 */
	async begin({ stop, longestWait = Infinity, order }: TurnOptions = {}): Promise<Turn> {
		return await this.line(order ?? this.nextOrder++, longestWait, stop);
	}

	/** Whether nobody waits and nothing is under way. */
	get isIdle(): boolean {
		return this.inFlight === 0 && this.waiting.length === 0 && this.openAt <= now();
	}

	private async line(order: number, longestWait: number, stop?: Stop): Promise<Turn> {
		stop?.throwIfStopped();
		return await new Promise<Turn>((resolve, reject) => {
			const stopListening = stop?.onStop(() => {
				this.waiting = this.waiting.filter((other) => other !== entry);
				entry.giveUp(stop.reason);
			});
			const entry: Waiting = {
				order,
				longestWait,
				begin: (turn) => {
					stopListening?.();
					resolve(turn);
				},
				giveUp: (reason) => {
					stopListening?.();
					reject(reason);
				},
			};
			this.waiting.push(entry);
			this.waiting.sort((left, right) => left.order - right.order);
			this.admit();
		});
	}

	private admit(): void {
		for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
			const closedFor = this.openAt - now();
			if (closedFor > 0) {
				this.dismissImpatient(closedFor);
				if (this.waiting.length > 0) this.wake(this.openAt);
				return;
			}
			if (this.inFlight >= MOST_IN_FLIGHT) return;
			const isUnsure = this.left === undefined || this.left <= 0;
			if (isUnsure && this.inFlight > 0) return;
			this.waiting.shift();
			next.begin(this.turn(next.order));
		}
	}

	private turn(order: number): Turn {
		this.inFlight++;
		if (this.left !== undefined) this.left--;
		let hasEnded = false;
		const endWith = (learn: () => void): void => {
			if (hasEnded) return;
			hasEnded = true;
			this.inFlight--;
			learn();
			// Not at once: whoever reads the answer may find that nothing more is to be sent.
			void wait(0).then(() => this.admit());
		};
		return {
			order,
			end: (response) => endWith(() => response && this.learn(response)),
			giveBack: () => endWith(() => this.left !== undefined && this.left++),
		};
	}

	private learn(response: ApiResponse): void {
		if (response.status === 429) {
			const asked = retryAfterOf(response, Date.now()) ?? SHORTEST_WAIT;
			const closed = Math.min(LONGEST_CLOSURE, Math.max(SHORTEST_WAIT, asked));
			this.openAt = Math.max(this.openAt, now() + closed);
			this.left = undefined;
			this.answersSinceRefusal = 0;
			return;
		}
		this.answersSinceRefusal++;
		const remaining = numberHeader(response, 'x-ratelimit-remaining');
		// Requests still under way may or may not be counted in what the API says is left.
		this.left = remaining === undefined ? Infinity : remaining - this.inFlight;
		const limit = numberHeader(response, 'x-ratelimit-limit') ?? 60;
		if (remaining === 0 && this.answersSinceRefusal < limit / 2) {
			// So soon after a refusal the window can only be a sliding one, which frees places one by one.
			this.openAt = Math.max(this.openAt, now() + SHORTEST_WAIT);
		}
	}

	private dismissImpatient(closedFor: number): void {
		const impatient = this.waiting.filter(({ longestWait }) => longestWait < closedFor);
		this.waiting = this.waiting.filter(({ longestWait }) => longestWait >= closedFor);
		for (const { giveUp } of impatient) giveUp(new LimitUsedUp(closedFor));
	}

	private wake(at: number): void {
		if (this.wakeAt <= at && this.wakeAt > now()) return;
		this.wakeAt = at;
		void wait(Math.max(0, at - now())).then(() => {
			if (this.wakeAt === at) this.wakeAt = Infinity;
			this.admit();
		});
	}
}
