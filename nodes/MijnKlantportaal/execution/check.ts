import type { Stop } from '../../shared/transport/stop';

/** A check that all items of a run have to pass before the first one goes on. */
export class Check {
	private readonly problems = new Map<number, string>();
	private readonly done = new Gate();
	private checkedIn = 0;

	constructor(
		private readonly itemCount: number,
		private readonly cancelled: Stop,
	) {}

	/** Nobody waits for this item any more. */
	count(): void {
		if (++this.checkedIn === this.itemCount) this.done.open();
	}

	/**
	 * Waits until all items were checked.
	 * @param problem What is wrong with this item.
	 * @returns What is wrong with all items, by item.
	 * @throws The reason of the stop.
	 */
	async in(itemIndex: number, problem: string | undefined): Promise<ReadonlyMap<number, string>> {
		if (problem !== undefined) this.problems.set(itemIndex, problem);
		this.count();
		const leave = this.cancelled.onStop(this.done.open);
		await this.done.opened;
		leave();
		this.cancelled.throwIfStopped();
		return this.problems;
	}
}

/** Something that many wait for, and that happens once. */
export class Gate {
	open!: () => void;
	readonly opened = new Promise<void>((resolve) => {
		this.open = resolve;
	});
}
