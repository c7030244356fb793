import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { Failure, inOneText, toNodeError } from '../../shared/transport/failure';
import { ExecutionCancelled } from '../../shared/transport/stop';
import type { Resource } from './operation';
import { perform, type Job } from './perform';
import { toJob } from './prepare';
import { isToolCall, Run, RunStopped, toRanges } from './run';

/** The function that n8n's engine calls for each item of a declarative node, in place of the request. */
export type Carrier = (
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

/**
 * The one road out: every request of the node passes here, lists and single requests alike, because the
 * engine hands all of them to the node's pagination function (n8n-core 2.41, RoutingNode.makeRequest).
 */
export function carryOut(resources: Resource[]): Carrier {
	return async function (requestData) {
		const itemIndex = this.getItemIndex();
		const run = Run.of(this);
		// What is thrown reaches an agent without its remedy or not at all, and Retry On Fail would carry
		// out once more what may have been carried out: each call is a run without memory.
		const isAlone = this.continueOnFail() || isToolCall(this);
		try {
			const options = requestData.options as IHttpRequestOptions;
			// Whatever goes wrong here is a problem of the item, which those that wait for it have to know.
			const job = await toJob(this, resources, options, run).catch(toFailure);
			const items = isAlone
				? await carryOutAlone(job, run, itemIndex)
				: await carryOutTogether(job, run, itemIndex);
			return items.map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
		} catch (cause) {
			const failure = toFailure(cause);
			if (!isAlone) throw toNodeError(this.getNode(), failure, itemIndex);
			return [toErrorItem(failure, itemIndex)];
		}
	};
}

/**
 * What an item that failed gives with "On Error: Continue". Only this key, and no `error` beside `json`:
 * then every engine knows it for a failed item and adds the fields of its input on the error output.
 * Before n8n 2.35.3 an item with other keys, `message` aside, leaves through the success output; and
 * `message` would overwrite a field of that name that the input has, such as the answer to a ticket
 * (n8n-core 1.122 and 2.41, handleNodeErrorOutput and normalizeNodeErrors).
 */
function toErrorItem(failure: Failure, itemIndex: number): INodeExecutionData {
	return {
		json: { error: inOneText(failure, itemIndex) },
		pairedItem: { item: itemIndex },
	};
}

/** With "On Error: Continue", and when an agent calls, every item goes its own way. */
async function carryOutAlone(
	job: Job | Failure,
	run: Run,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	if (job instanceof Failure) throw job;
	return await performOnce(job, run, itemIndex);
}

/**
 * With "On Error: Stop Workflow" nothing is sent before the values of all items were checked, and nothing
 * more once an item has failed. An item without result of its own ends quietly, so that the engine,
 * which reports the first item that throws, reports one that failed.
 */
async function carryOutTogether(
	job: Job | Failure,
	run: Run,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const problem = job instanceof Failure ? job : undefined;
	const problems = await run.checkIn(itemIndex, problem?.message);
	if (job instanceof Failure) throw withOtherProblems(job, problems, itemIndex);
	if (problems.size > 0) return [];
	try {
		const items = await performOnce(job, run, itemIndex);
		run.noteFate(itemIndex, { kind: 'done', label: labelOf(job, items) });
		return items;
	} catch (cause) {
		if (cause instanceof RunStopped) {
			run.noteFate(itemIndex, { kind: 'unsent' });
			return [];
		}
		run.noteFate(itemIndex, { kind: fateOf(cause) });
		await run.allEnded;
		throw withSummary(toFailure(cause), job, run);
	}
}

/** What became of an item that has no result. */
function fateOf(cause: unknown): 'failed' | 'unknown' | 'unsent' {
	if (cause instanceof ExecutionCancelled) return 'unsent';
	return cause instanceof Failure && cause.isUndecided ? 'unknown' : 'failed';
}

/**
 * Carries a change out, unless an earlier try of the same item did, or may have done so: with Retry On
 * Fail the engine tries all items again.
 */
async function performOnce(job: Job, run: Run, itemIndex: number): Promise<INodeExecutionData[]> {
	if (job.operation.method === 'GET') return await perform(job);
	const earlier = run.earlierTry(itemIndex);
	if (earlier && 'undecided' in earlier) throw earlier.undecided;
	if (earlier) return earlier.items;
	const items = await perform(job).catch((cause: unknown) => {
		if (cause instanceof Failure && cause.isUndecided) run.keep(itemIndex, { undecided: cause });
		throw cause;
	});
	run.keep(itemIndex, { items });
	return items;
}

function withOtherProblems(
	problem: Failure,
	problems: ReadonlyMap<number, string>,
	itemIndex: number,
): Failure {
	const others = [...problems.keys()].filter((other) => other !== itemIndex).sort((a, b) => a - b);
	if (others.length === 0) return problem;
	return new Failure(
		problem.message,
		`${problem.description} Values of ${toRanges(others)} cannot be sent either; ${toRanges(others.slice(0, 1))}: ${problems.get(others[0] ?? 0)}.`,
	);
}

function withSummary(failure: Failure, { operation }: Job, run: Run): Failure {
	if (operation.method === 'GET' || run.itemCount === 1) return failure;
	return new Failure(failure.message, `${failure.description} ${run.summary()}`, failure.status);
}

/** What a person knows the object by: `2026-001, inv_abc12345def678`. */
function labelOf({ operation, object }: Job, [item]: INodeExecutionData[]): string {
	const { knownBy } = operation.makes ?? object;
	const name = knownBy === undefined ? undefined : item?.json[knownBy];
	return [name, item?.json.id].filter((part) => part !== undefined).join(', ');
}

function toFailure(cause: unknown): Failure {
	if (cause instanceof Failure) return cause;
	if (cause instanceof ExecutionCancelled) {
		return new Failure(cause.message, 'What was not sent by then was not sent at all.');
	}
	const message = cause instanceof Error ? cause.message : String(cause);
	return new Failure(message, 'This is not expected. Please tell the makers of the node.');
}
