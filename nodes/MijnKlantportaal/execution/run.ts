import type {
	IExecuteData,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { now } from '../../shared/transport/clock';
import type { Failure } from '../../shared/transport/failure';
import { Hold } from '../../shared/transport/hold';
import { Stop } from '../../shared/transport/stop';
import { Plans } from './plans';
import { Check, Gate } from './check';
import { Progress } from './progress';
import { describeRun, type Fate, type Subject } from './report';
import { WaitingRows } from './waitingRows';

/** What a try of items came to that must not be tried again: their result, with its name, or a doubt. */
type Outcome =
	| { items: INodeExecutionData[]; name: string; itemIndexes: readonly number[] }
	| { undecided: Failure };

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

	private static readonly runsByRequest = new WeakMap<IHttpRequestOptions, Run>();

	/**
	 * The run that the item belongs to, as soon as its request is put together. With Retry On Fail the engine
	 * runs all items again, also those that succeeded: an item that comes a second time begins a new run,
	 * which remembers what is done.
	 */
	static begin(context: IExecuteSingleFunctions, request: IHttpRequestOptions): Run {
		const run = this.join(context);
		run.begun.add(context.getItemIndex());
		this.runsByRequest.set(request, run);
		return run;
	}

	/** The run that the item belongs to. */
	static of(context: IExecuteSingleFunctions, request: IHttpRequestOptions): Run {
		return this.runsByRequest.get(request) ?? this.begin(context, request);
	}

	private static join(context: IExecuteSingleFunctions): Run {
		const executeData = context.getExecuteData();
		const cancelled = Stop.following(context.getExecutionCancelSignal());
		if (isToolCall(context)) return new Run(1, undefined, cancelled, 0);
		const known = this.runs.get(executeData);
		if (known && !known.begun.has(context.getItemIndex())) return known;
		const run = new Run(itemCountOf(context), known, cancelled, pauseBetweenItems(context));
		this.runs.set(executeData, run);
		return run;
	}

	/** The items whose requests the engine has begun to put together, in their order. */
	private readonly begun = new Set<number>();
	/** By the first item of what was carried out together. */
	private readonly fates = new Map<number, Fate>();
	private readonly ended = new Gate();
	private endedCount = 0;
	private reported: string | undefined;
	/** Of this try and those before it, by item. */
	private readonly outcomes: Map<number, Outcome>;

	/** By the clock of durations. What the portal holds is looked up as it is then or later. */
	readonly startedAt = now();

	/** When its first try started. */
	readonly begunAt: number;

	/** Whether an earlier try may have carried out something, so that it cannot succeed any more. */
	readonly isInDoubt: boolean;

	/** The check of what the items give. */
	readonly valueCheck: Check;

	/** What they would create. */
	readonly plans: Plans;

	/** The check of what they name in the portal. */
	readonly objectCheck: Check;

	/** What several items make together. */
	readonly rows: WaitingRows;

	/** Stops when an item has failed or the execution is cancelled: nothing more is sent. */
	readonly stop: Stop;

	/** How far the items are. */
	readonly progress: Progress;

	/** Holds new requests back while the end of another one is in doubt. */
	readonly hold = new Hold();

	private constructor(
		readonly itemCount: number,
		earlier: Run | undefined,
		/** Stops when the execution is cancelled. */
		readonly cancelled: Stop,
		pause: number,
	) {
		this.outcomes = earlier?.outcomes ?? new Map();
		this.begunAt = earlier?.begunAt ?? this.startedAt;
		this.isInDoubt = [...this.outcomes.values()].some((outcome) => 'undecided' in outcome);
		this.plans = new Plans(earlier?.plans);
		this.stop = new Stop(cancelled);
		this.progress = new Progress(itemCount);
		this.valueCheck = new Check(itemCount, cancelled);
		this.objectCheck = new Check(itemCount, cancelled);
		this.rows = new WaitingRows(itemCount, cancelled, this.plans, this.begun, pause);
	}

	/** Notes what became of an item, or of several that were carried out together; a failure stops the run. */
	noteFate(itemIndexes: readonly number[], fate: Fate): void {
		this.fates.set(itemIndexes[0] ?? 0, { ...fate, itemIndexes });
		if (fate.kind === 'failed' || fate.kind === 'unknown') this.stop.now(new RunStopped());
		this.endedCount += itemIndexes.length;
		if (this.endedCount === this.itemCount) this.ended.open();
	}

	/** Resolves when every item has ended. */
	get allEnded(): Promise<void> {
		return this.ended.opened;
	}

	/** What a try of the item came to, where it must not be tried again. */
	outcomeOf(itemIndex: number): Outcome | undefined {
		return this.outcomes.get(itemIndex);
	}

	/** Keeps for another try of the same items what this one came to. */
	keep(itemIndexes: readonly number[], outcome: Outcome): void {
		for (const itemIndex of itemIndexes) this.outcomes.set(itemIndex, outcome);
	}

	/** The others do not wait for an item that is not tried again. */
	passOver(itemIndex: number): void {
		this.valueCheck.count();
		this.objectCheck.count();
		this.rows.note(itemIndex);
	}

	/** What became of every item, for a person; worked out once for all items that tell of it. */
	report(subject: Subject): string {
		this.reported ??= describeRun(this.fates, subject);
		return this.reported;
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

/** How long the engine waits between items, in milliseconds: the Batching option that n8n adds to the node. */
function pauseBetweenItems(context: IExecuteSingleFunctions): number {
	const options = context.getNode().parameters.requestOptions as
		{ batching?: { batch?: { batchInterval?: unknown } } } | undefined;
	const interval = options?.batching?.batch?.batchInterval;
	return typeof interval === 'number' && interval > 0 ? interval : 0;
}

function itemCountOf(context: IExecuteSingleFunctions): number {
	if (context.getNode().executeOnce) return 1;
	const { data } = context.getExecuteData();
	return (data.main ?? data.ai_tool)?.[0]?.length ?? 1;
}
