/** How long a delivery is remembered, in milliseconds. */
const LIFETIME = 10 * 60 * 1000;

/** More than a portal sends in that time; about 10 MB when full. */
const MOST_DELIVERIES = 50_000;

/**
 * Remembers what was delivered lately. It lives in this process, not in the workflow's static data: n8n
 * reads those data for each call and writes them after it, so that calls at the same moment would not
 * see each other. A restart forgets, and so does another process (docs/trigger.md tells).
 */
export class DeliveryMemory {
	/** Moment of arrival by key, oldest first. */
	private readonly arrivals = new Map<string, number>();

	/** @param most What is older is forgotten when there are more. */
	constructor(private readonly most = MOST_DELIVERIES) {}

	/**
	 * Notes a delivery.
	 * @param now Milliseconds since 1970.
	 * @returns Whether it is new.
	 */
	note(key: string, now: number): boolean {
		for (const [oldest, arrival] of this.arrivals) {
			if (arrival + LIFETIME > now && this.arrivals.size < this.most) break;
			this.arrivals.delete(oldest);
		}
		if (this.arrivals.has(key)) return false;
		this.arrivals.set(key, now);
		return true;
	}

	/** Forgets a delivery that came to nothing, so that it is new when it is sent again. */
	forget(key: string): void {
		this.arrivals.delete(key);
	}
}
