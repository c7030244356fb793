import type { Settings } from './options';
import type { PortalState } from './state';

/** Removes objects while their lists are read, as somebody who works in the portal does. */
export class Removals {
	/** By address of the list. */
	private readonly pagesShown = new Map<string, number>();
	private removed = 0;

	constructor(
		private readonly state: PortalState,
		private readonly settings: Settings,
	) {}

	/**
	 * A page of a list was made up, and goes out; where it is time for it, the list then loses its first
	 * object, which stood on its first page. A list that is all on one page loses none.
	 * @param ordered All of the list, in its order.
	 */
	pageShown(path: string, ordered: readonly unknown[], perPage: number): void {
		const { afterPages, times = 1 } = this.settings.removals;
		if (ordered.length <= perPage || this.removed >= times) return;
		const shown = (this.pagesShown.get(path) ?? 0) + 1;
		this.pagesShown.set(path, shown);
		if (shown % afterPages !== 0) return;
		this.removed++;
		const [first] = ordered;
		for (const records of Object.values(this.state as unknown as Record<string, unknown>)) {
			const place = Array.isArray(records) ? records.indexOf(first) : -1;
			if (place >= 0) (records as unknown[]).splice(place, 1);
		}
	}

	/** Begins to count anew. */
	clear(): void {
		this.pagesShown.clear();
		this.removed = 0;
	}
}
