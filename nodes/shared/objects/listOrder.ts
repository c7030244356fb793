import type { IDataObject } from 'n8n-workflow';

/** How a list is ordered by the moment at which its objects were made. */
export type ListOrder = 'newestFirst' | 'oldestFirst' | 'neither';

/** When an object was made, in milliseconds since 1970; NaN where it does not say. */
export function createdAtOf({ createdAt }: IDataObject): number {
	return typeof createdAt === 'string' ? Date.parse(createdAt) : NaN;
}

/** From so many moments one after the other on, their order is no chance. */
const FEWEST_STEPS = 4;

/**
 * Watches in which order a list comes. No page of the documentation says it (docs/api-facts.md, I2), so it
 * is taken from each reading of the whole list, and where objects do not say when they were made, from
 * nothing.
 */
export class OrderWatch {
	private last: number | undefined;
	private isRising = true;
	private isFalling = true;
	private steps = 0;
	/** When the newest object was made. */
	newest = -Infinity;

	add(object: IDataObject): void {
		const createdAt = createdAtOf(object);
		// Comparisons with NaN are false.
		if (this.last !== undefined) {
			this.isRising &&= this.last <= createdAt;
			this.isFalling &&= this.last >= createdAt;
			if (this.last !== createdAt) this.steps++;
		}
		this.last = createdAt;
		if (createdAt > this.newest) this.newest = createdAt;
	}

	/** What was made at a few moments only may stand in that order by chance. */
	get order(): ListOrder {
		if (this.isRising === this.isFalling || this.steps < FEWEST_STEPS) return 'neither';
		return this.isRising ? 'oldestFirst' : 'newestFirst';
	}
}
