import type { INodeExecutionData } from 'n8n-workflow';
import { wait } from '../../shared/transport/clock';
import { Failure } from '../../shared/transport/failure';
import type { Stop } from '../../shared/transport/stop';
import { attempt } from '../../shared/values/wrongValue';
import { Gate } from './check';
import type { Job, Work } from './job';
import type { Plans } from './plans';
import { toFailure } from './problems';
import type { GivenRow, Row } from './row';
import { groupRows, type RowGroup } from './rowGroups';

/** How much longer than its pause the engine may take for the next item, in milliseconds. */
const MARGIN = 2000;

const UNREADABLE = new Failure(
	'an expression of it cannot be evaluated',
	'Correct the expression. Nothing was sent.',
);

/** The rows of one run: each waits until all items of the run were prepared, as they may belong together. */
export class WaitingRows {
	private readonly rows: Row[] = [];
	private readonly prepared = new Gate();
	private notedCount = 0;
	private watching: Promise<void> | undefined;
	private groups: RowGroup[] | undefined;
	private refused: ReadonlyMap<number, Failure> | undefined;
	private readonly groupsByItem = new Map<number, RowGroup>();
	private readonly results = new Map<Work, Promise<INodeExecutionData[]>>();

	constructor(
		private readonly itemCount: number,
		private readonly cancelled: Stop,
		private readonly plans: Plans,
		/** The items that the engine has begun. */
		private readonly begun: ReadonlySet<number>,
		/** How long the engine waits between items, in milliseconds. */
		private readonly pause: number,
	) {}

	/**
	 * Notes what an item asks for; every item of the run has to be noted.
	 * @param given Undefined for an item that is a request of its own, or that was carried out before.
	 */
	note(itemIndex: number, given?: GivenRow, prepared: Job | Failure = UNREADABLE): void {
		if (given !== undefined) this.rows.push({ itemIndex, given, prepared });
		if (++this.notedCount === this.itemCount) this.prepared.open();
	}

	/**
	 * What the row makes together with others, once all items were noted.
	 * @throws Failure when it cannot be sent; the reason of the stop.
	 */
	async workOf(itemIndex: number): Promise<Work> {
		await this.allNoted();
		this.group();
		const group = this.groupsByItem.get(itemIndex);
		if (group !== undefined && 'job' in group) return group;
		throw group?.failures.get(itemIndex) ?? new Error(`Item ${itemIndex} is no row`);
	}

	/**
	 * Waits until all items of the run that come were noted.
	 * @throws The reason of the stop.
	 */
	async allNoted(): Promise<void> {
		const leave = this.cancelled.onStop(this.prepared.open);
		this.watching ??= this.openWhenNoneComes();
		await this.prepared.opened;
		leave();
		this.cancelled.throwIfStopped();
	}

	/** Carries work out once, whichever of its rows comes first. */
	async once(
		work: Work,
		carryOut: (work: Work) => Promise<INodeExecutionData[]>,
	): Promise<INodeExecutionData[]> {
		const result = this.results.get(work) ?? carryOut(work);
		this.results.set(work, result);
		return await result;
	}

	/** Why rows do not go together, by the first row of each number; all items have to be noted. */
	refusals(): ReadonlyMap<number, Failure> {
		this.refused ??= new Map(
			this.group().flatMap((group) => ('failures' in group ? [...group.failures].slice(0, 1) : [])),
		);
		return this.refused;
	}

	/**
	 * With "On Error: Continue" an item of which the engine cannot evaluate an expression never comes here,
	 * and nothing tells of it: the engine goes on to the next one (n8n-core 1.110 to 2.41, RoutingNode). So
	 * it is taken for a row that cannot be read once all that have begun are noted, and no other begins.
	 */
	private async openWhenNoneComes(): Promise<void> {
		let begunBefore = -1;
		while (this.notedCount < this.itemCount && this.cancelled.reason === undefined) {
			const isQuiet = this.notedCount === this.begun.size && this.begun.size === begunBefore;
			if (isQuiet) {
				this.noteMissing();
				return;
			}
			begunBefore = this.begun.size;
			await wait(this.pause + MARGIN);
		}
	}

	private noteMissing(): void {
		const [row] = this.rows;
		if (row === undefined) {
			this.prepared.open();
			return;
		}
		const given = { ...row.given, number: undefined, customer: undefined };
		for (let itemIndex = 0; itemIndex < this.itemCount; itemIndex++) {
			if (!this.begun.has(itemIndex)) this.note(itemIndex, given);
		}
	}

	private group(): RowGroup[] {
		if (this.groups !== undefined) return this.groups;
		this.groups = groupRows(this.rows).map((group) => this.plan(group));
		for (const group of this.groups) {
			const itemIndexes = 'job' in group ? group.itemIndexes : group.failures.keys();
			for (const itemIndex of itemIndexes) this.groupsByItem.set(itemIndex, group);
		}
		return this.groups;
	}

	/** What the rows create together, other items of the run may create as well. */
	private plan(group: RowGroup): RowGroup {
		if (!('job' in group)) return group;
		const { job, itemIndexes } = group;
		const { creation } = job;
		if (creation === undefined) return group;
		const noted = attempt(() => this.plans.note(creation, itemIndexes[0] ?? 0));
		if ('value' in noted) return group;
		const { displayName = job.operation.name, finding, remedy } = noted.wrong;
		const failure = toFailure({ displayName, finding, remedy });
		return { failures: new Map(itemIndexes.map((itemIndex) => [itemIndex, failure])) };
	}
}
