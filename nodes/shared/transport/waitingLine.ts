/** What a request is for: who goes first, from first to last. */
const URGENCIES = ['person', 'lookUp', 'item'] as const;

/**
 * `person`: somebody waits for it at the canvas; `lookUp`: it finds out what became of another request,
 * for which others wait; `item`: all the rest.
 */
export type Urgency = (typeof URGENCIES)[number];

/** Whose request it is, and what it is for. */
export interface Place {
	/** What all requests of one execution have in common, compared by identity. */
	execution: unknown;
	urgency: Urgency;
	/** Place among the requests of its execution. */
	order: number;
}

/** Items are passed over by what is more urgent so many times at most, then it is the turn of one. */
const MOST_PASSED_OVER = 3;

/**
 * Requests that wait for their turn. Executions take turns, one request each, so that the first request of
 * a short one waits for no more requests than there are executions; within one, requests go in order.
 */
export class WaitingLine<Waiting extends Place> {
	/** The requests of each execution, in order; the execution whose turn it is comes first. */
	private readonly executions: Record<Urgency, Map<unknown, Waiting[]>> = {
		person: new Map(),
		lookUp: new Map(),
		item: new Map(),
	};
	private timesPassedOver = 0;

	get isEmpty(): boolean {
		return URGENCIES.every((urgency) => this.executions[urgency].size === 0);
	}

	add(request: Waiting): void {
		const executions = this.executions[request.urgency];
		const requests = executions.get(request.execution);
		if (requests === undefined) executions.set(request.execution, [request]);
		// Most come in order; one that is sent again goes back to its place.
		else {
			const before = requests.findLastIndex(({ order }) => order <= request.order);
			requests.splice(before + 1, 0, request);
		}
	}

	/** Takes the request whose turn it is out of the line. */
	take(): Waiting | undefined {
		const executions = this.executions[this.nextUrgency()];
		for (const [execution, requests] of executions) {
			const request = requests.shift();
			executions.delete(execution);
			// To the end: it is the turn of the others.
			if (requests.length > 0) executions.set(execution, requests);
			return request;
		}
		return undefined;
	}

	/** Takes a request out of the line, wherever it stands. */
	remove(request: Waiting): void {
		const executions = this.executions[request.urgency];
		const requests = executions.get(request.execution);
		const index = requests?.indexOf(request) ?? -1;
		if (requests === undefined || index < 0) return;
		requests.splice(index, 1);
		if (requests.length === 0) executions.delete(request.execution);
	}

	/** All requests in the line. */
	all(): Waiting[] {
		return URGENCIES.flatMap((urgency) => [...this.executions[urgency].values()].flat());
	}

	private nextUrgency(): Urgency {
		const first = URGENCIES.find((urgency) => this.executions[urgency].size > 0) ?? 'item';
		const isPassedOver = first !== 'item' && this.executions.item.size > 0;
		const isLongEnough = this.timesPassedOver >= MOST_PASSED_OVER;
		this.timesPassedOver = isPassedOver && !isLongEnough ? this.timesPassedOver + 1 : 0;
		return isPassedOver && isLongEnough ? 'item' : first;
	}
}
