import type { IExecuteData, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../../shared/transport/failure';
import { Hold } from '../../shared/transport/hold';
import { Stop } from '../../shared/transport/stop';

/** What became of an item whose request changes something. */
type Fate =
	| { kind: 'done'; label: string }
	| { kind: 'failed' }
	/** It may or may not have been carried out. */
	| { kind: 'unknown' }
	| { kind: 'unsent' };

/** What an earlier try of an item came to, where it must not be tried again: its result, or a doubt. */
type EarlierTry = { items: INodeExecutionData[] } | { undecided: Failure };

/** Why requests of a run that has failed are no longer sent. */
export class RunStopped extends Error {
	constructor() {
		super('Another item of this run failed');
		this.name = 'RunStopped';
	}
}

/**
 * What the items of one run of the node know of each other. The engine starts all of them at once and
 * tells none of the others, but gives them the same execute data (n8n-core 2.41), which is the key here.
 */
export class Run {
	private static readonly runs = new WeakMap<IExecuteData, Run>();

	/**
	 * The run that the item belongs to. With Retry On Fail the engine runs all items again, also those
	 * that succeeded: an item that comes a second time begins a new run, which remembers what is done.
	 */
	static of(context: IExecuteSingleFunctions): Run {
		const executeData = context.getExecuteData();
		const cancelled = Stop.following(context.getExecutionCancelSignal());
		if (isToolCall(context)) return new Run(1, new Map(), cancelled);
		const known = this.runs.get(executeData);
		const itemIndex = context.getItemIndex();
		if (known && !known.begun.has(itemIndex)) {
			known.begun.add(itemIndex);
			return known;
		}
		const run = new Run(itemCountOf(context), known?.earlierTries ?? new Map(), cancelled);
		run.begun.add(itemIndex);
		this.runs.set(executeData, run);
		return run;
	}

	private readonly begun = new Set<number>();
	private readonly problems = new Map<number, string>();
	private readonly fates = new Map<number, Fate>();
	private readonly checked = new Gate();
	private readonly ended = new Gate();
	private checkedIn = 0;

	/** Stops when an item has failed or the execution is cancelled: nothing more is sent. */
	readonly stop: Stop;

	/** Holds new requests back while the end of another one is in doubt. */
	readonly hold = new Hold();

	private constructor(
		readonly itemCount: number,
		private readonly earlierTries: Map<number, EarlierTry>,
		/** Stops when the execution is cancelled. */
		readonly cancelled: Stop,
	) {
		this.stop = new Stop(cancelled);
	}

	/**
	 * Waits until the values of all items were checked.
	 * @param problem What is wrong with this item's values.
	 * @returns What is wrong with the values of all items, by item.
	 */
	async checkIn(
		itemIndex: number,
		problem: string | undefined,
	): Promise<ReadonlyMap<number, string>> {
		if (problem !== undefined) this.problems.set(itemIndex, problem);
		if (++this.checkedIn === this.itemCount) this.checked.open();
		const leave = this.cancelled.onStop(this.checked.open);
		await this.checked.opened;
		leave();
		this.cancelled.throwIfStopped();
		return this.problems;
	}

	/** Notes what became of an item; a failure stops the run. */
	noteFate(itemIndex: number, fate: Fate): void {
		this.fates.set(itemIndex, fate);
		if (fate.kind === 'failed' || fate.kind === 'unknown') this.stop.now(new RunStopped());
		if (this.fates.size === this.itemCount) this.ended.open();
	}

	/** Resolves when every item has ended. */
	get allEnded(): Promise<void> {
		return this.ended.opened;
	}

	/** What an earlier try of the same item came to, where it must not be tried again. */
	earlierTry(itemIndex: number): EarlierTry | undefined {
		return this.earlierTries.get(itemIndex);
	}

	/** Keeps for another try of the same items what this one came to. */
	keep(itemIndex: number, tried: EarlierTry): void {
		this.earlierTries.set(itemIndex, tried);
	}

	/** What became of every item, in a few sentences. */
	summary(): string {
		const done = [...this.fates].flatMap(([itemIndex, fate]) =>
			fate.kind === 'done' ? [{ itemIndex, label: fate.label }] : [],
		);
		const list = done
			.sort((left, right) => left.itemIndex - right.itemIndex)
			.map(({ itemIndex, label }) => `item ${itemIndex}: ${label}`)
			.join('; ');
		const sentences = [
			`${done.length} of ${this.itemCount} items were carried out${list && ` (${list})`}.`,
			...this.itemsThat('failed', 'Failed'),
			...this.itemsThat('unknown', 'May have been carried out, so look for them in the portal'),
			...this.itemsThat('unsent', 'Not sent'),
		];
		return sentences.join(' ');
	}

	private itemsThat(kind: Fate['kind'], title: string): string[] {
		const indexes = [...this.fates]
			.filter(([, fate]) => fate.kind === kind)
			.map(([itemIndex]) => itemIndex)
			.sort((left, right) => left - right);
		return indexes.length === 0 ? [] : [`${title}: ${toRanges(indexes)}.`];
	}
}

/**
 * Whether an AI agent calls the node. Such a call is a run of its own; the engine hands it the execute
 * data of the agent (n8n-core 2.41), and n8n gives the node another type as a tool.
 */
export function isToolCall(context: IExecuteSingleFunctions): boolean {
	const { name, type } = context.getNode();
	return type.endsWith('Tool') || context.getExecuteData().node.name !== name;
}

/** Something that many wait for, and that happens once. */
class Gate {
	open!: () => void;
	readonly opened = new Promise<void>((resolve) => {
		this.open = resolve;
	});
}

function itemCountOf(context: IExecuteSingleFunctions): number {
	if (context.getNode().executeOnce) return 1;
	const { data } = context.getExecuteData();
	return (data.main ?? data.ai_tool)?.[0]?.length ?? 1;
}

/** `[2, 4, 5, 6]` → `items 2 and 4 to 6` */
export function toRanges(indexes: number[]): string {
	const ranges: Array<[number, number]> = [];
	for (const index of indexes) {
		const last = ranges.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else ranges.push([index, index]);
	}
	const texts = ranges.map(([first, last]) =>
		first === last ? `${first}` : `${first} to ${last}`,
	);
	const list = texts.length > 1 ? `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}` : texts[0];
	return `${indexes.length === 1 ? 'item' : 'items'} ${list}`;
}
