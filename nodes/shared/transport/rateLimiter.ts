import { Allowance } from './allowance';
import { now, wait } from './clock';
import type { ApiResponse } from './response';
import type { Stop } from './stop';
import { type Place, WaitingLine } from './waitingLine';

/** A request's turn: taken before it is sent, given back when it ended. */
export interface Turn {
	/** Place in the line, to keep it when the request has to be sent again. */
	order: number;
	/** @param response What came back; none when the connection ended without an answer. */
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

/** How a caller waits for its turn; without an order, behind all others of its execution. */
export interface TurnOptions extends Partial<Place> {
	/** Ends the waiting at once. */
	stop?: Stop;
	/** Longest wait for the limit, in milliseconds. */
	longestWait?: number;
	/** When it is too late for a turn, by the clock of durations. */
	deadline?: number;
}

interface Waiting extends Place {
	begin: (turn: Turn) => void;
	giveUp: (reason: unknown) => void;
	longestWait: number;
	deadline: number;
}

/** n8n sends all items at once; more connections than these bring no speed at 60 requests per minute. */
const MOST_IN_FLIGHT = 5;

/**
 * Gives requests their turn as fast as the API allows (allowance.ts), and lets executions take turns
 * (waitingLine.ts): while the API says that requests are left, up to five are in flight; when it says none
 * are left, one is sent to learn from the refusal how long to wait, and after the wait again one, to learn
 * the new number.
 */
export class RateLimiter {
	private readonly line = new WaitingLine<Waiting>();
	private readonly allowance = new Allowance();
	private inFlight = 0;
	private nextOrder = 0;
	private wakeAt = Infinity;

	/**
	 * Waits for a turn.
	 * @throws LimitUsedUp, or the reason of the stop.
	 */
	async begin({
		stop,
		longestWait = Infinity,
		deadline = Infinity,
		execution,
		urgency = 'item',
		order = this.nextOrder++,
	}: TurnOptions = {}): Promise<Turn> {
		stop?.throwIfStopped();
		return await new Promise<Turn>((resolve, reject) => {
			const stopListening = stop?.onStop(() => {
				this.line.remove(request);
				request.giveUp(stop.reason);
			});
			const request: Waiting = {
				execution,
				urgency,
				order,
				longestWait,
				deadline,
				begin: (turn) => {
					stopListening?.();
					resolve(turn);
				},
				giveUp: (reason) => {
					stopListening?.();
					reject(reason);
				},
			};
			this.line.add(request);
			this.admit();
		});
	}

	/** How long no request is taken, in milliseconds. */
	get closedFor(): number {
		return Math.max(0, this.allowance.closedFor);
	}

	/** Whether nobody waits and nothing is under way. */
	get isIdle(): boolean {
		return this.inFlight === 0 && this.line.isEmpty && this.allowance.closedFor <= 0;
	}

	private admit(): void {
		const { closedFor } = this.allowance;
		if (closedFor > 0) {
			this.dismissImpatient(closedFor);
			if (!this.line.isEmpty) this.wake(this.allowance.opensAt);
			return;
		}
		while (this.inFlight < MOST_IN_FLIGHT && this.allowance.admits(this.inFlight)) {
			const next = this.line.take();
			if (next === undefined) return;
			next.begin(this.turn(next.order));
		}
	}

	private turn(order: number): Turn {
		const answersBefore = this.allowance.spend(this.inFlight++);
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
			end: (response) =>
				endWith(() => response && this.allowance.learn(response, this.inFlight, answersBefore)),
			giveBack: () => endWith(() => this.allowance.giveBack()),
		};
	}

	private dismissImpatient(closedFor: number): void {
		for (const request of this.line.all()) {
			const isInTime = this.allowance.opensAt <= request.deadline;
			if (request.longestWait >= closedFor && isInTime) continue;
			this.line.remove(request);
			request.giveUp(new LimitUsedUp(this.allowance.saidToBeClosedFor));
		}
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
