import type { Settings } from './options';

/** What the limit says about one request. */
export interface Verdict {
	allowed: boolean;
	headers: Record<string, string>;
}

/** Counts the requests of each token. Rejected requests do not count. */
export class RateLimit {
	/** Arrivals that still count, by token. */
	private readonly arrivals = new Map<string, number[]>();

	constructor(
		private readonly settings: Pick<Settings, 'limit' | 'windowMilliseconds' | 'windowKind'> &
			Partial<Pick<Settings, 'rateHeaders'>>,
	) {}

	clear(): void {
		this.arrivals.clear();
	}

	/** Asks for a place for one request of this token. */
	enter(token: string, now = Date.now()): Verdict {
		const counted = this.countedArrivals(token, now);
		const allowed = counted.length < this.settings.limit;
		if (allowed) counted.push(now);
		const headers = this.headersFor(counted.length);
		if (!allowed) {
			const resetAt = (counted[0] ?? now) + this.settings.windowMilliseconds;
			headers['retry-after'] = String(Math.max(1, Math.ceil((resetAt - now) / 1000)));
			headers['x-ratelimit-reset'] = String(Math.ceil(resetAt / 1000));
		}
		return { allowed, headers };
	}

	/** The headers of an answer that took no place. */
	look(token: string, now = Date.now()): Record<string, string> {
		return this.headersFor(this.countedArrivals(token, now).length);
	}

	private countedArrivals(token: string, now: number): number[] {
		const earlier = this.arrivals.get(token) ?? [];
		const windowStart = now - this.settings.windowMilliseconds;
		const isOver =
			this.settings.windowKind === 'fixed'
				? // The whole window ends together, counted from its first request.
					() => (earlier[0] ?? 0) <= windowStart
				: (arrival: number) => arrival <= windowStart;
		const counted = earlier.filter((arrival) => !isOver(arrival));
		this.arrivals.set(token, counted);
		return counted;
	}

	private headersFor(used: number): Record<string, string> {
		const { limit, rateHeaders } = this.settings;
		if (!Number.isFinite(limit) || rateHeaders === 'missing') return {};
		return {
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Remaining': String(Math.max(0, limit - used)),
		};
	}
}
