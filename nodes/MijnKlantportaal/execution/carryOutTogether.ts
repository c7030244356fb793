import type { INodeExecutionData } from 'n8n-workflow';
import { Failure, toFailure } from '../../shared/transport/failure';
import { NotSent } from '../../shared/transport/hold';
import { ExecutionCancelled } from '../../shared/transport/stop';
import type { Check } from './check';
import { toRanges } from './itemRanges';
import type { Job, Work } from './job';
import { outputOf, performOnce } from './performOnce';
import { type CheckedItem, toJob } from './prepare';
import type { GivenRow } from './row';
import { type Run, RunStopped } from './run';
import { nameOf, subjectOf } from './subject';

/**
 * With "On Error: Stop Workflow" nothing is sent before the values of all items were checked, and nothing
 * more once an item has failed. An item without result of its own ends quietly, so that the engine,
 * which reports the first item that throws, reports one that failed.
 * @param checked The item with its values checked, or why they cannot be sent.
 * @param row Undefined where the item is a request of its own.
 * @throws Failure; the reason of the run's stop.
 */
export async function carryOutTogether(
	checked: CheckedItem | Failure,
	row: GivenRow | undefined,
	run: Run,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	// No list is read for items whose values are wrong anyway.
	const ready = await passCheck(checked, run.valueCheck, itemIndex);
	if (ready === undefined) return [];
	const found = await toJob(ready, run, row !== undefined).catch(toFailure);
	run.rows.note(itemIndex, row, found);
	const job = await passCheck(found, run.objectCheck, itemIndex);
	if (job === undefined) return [];
	const refusals = run.rows.refusals();
	const refusal = refusals.get(itemIndex);
	if (refusal !== undefined) throw withOtherProblems(refusal, messagesOf(refusals), itemIndex);
	if (refusals.size > 0) return [];
	const work =
		row === undefined ? { job, itemIndexes: [itemIndex] } : await run.rows.workOf(itemIndex);
	return itemIndex === work.itemIndexes[0] ? await carryOutOrStop(work, run) : [];
}

function messagesOf(failures: ReadonlyMap<number, Failure>): ReadonlyMap<number, string> {
	return new Map([...failures].map(([itemIndex, { message }]) => [itemIndex, message]));
}

/** A failure keeps the rest of the run from being sent, and tells what became of it. */
async function carryOutOrStop(work: Work, run: Run): Promise<INodeExecutionData[]> {
	const { job, itemIndexes } = work;
	const [itemIndex = 0] = itemIndexes;
	try {
		const items = await performOnce(work, run);
		run.noteFate(itemIndexes, { kind: 'done', name: nameOf(job, items[0]?.json) });
		return outputOf(itemIndex, work, items);
	} catch (cause) {
		const name = nameOf(job);
		if (cause instanceof RunStopped) {
			run.noteFate(itemIndexes, { kind: 'unsent', name });
			return [];
		}
		const failure = toFailure(cause);
		run.noteFate(itemIndexes, { ...fateOf(cause, failure), name });
		await run.allEnded;
		const told = withReport(failure, job, run);
		if (run.outcomeOf(itemIndex) !== undefined) run.keep(itemIndexes, { undecided: told });
		throw told;
	}
}

/**
 * Waits until all items were checked.
 * @returns Undefined when another item did not pass.
 * @throws Failure of this item, where it did not.
 */
async function passCheck<Passed extends object>(
	checked: Passed | Failure,
	check: Check,
	itemIndex: number,
): Promise<Passed | undefined> {
	const problem = checked instanceof Failure ? checked.message : undefined;
	const problems = await check.in(itemIndex, problem);
	if (checked instanceof Failure) throw withOtherProblems(checked, problems, itemIndex);
	return problems.size > 0 ? undefined : checked;
}

/** What became of an item that has no result. */
function fateOf(
	cause: unknown,
	{ isUndecided, message }: Failure,
): { kind: 'unknown' } | { kind: 'unsent' } | { kind: 'failed'; reason: string } {
	if (cause instanceof ExecutionCancelled || cause instanceof NotSent) return { kind: 'unsent' };
	return isUndecided ? { kind: 'unknown' } : { kind: 'failed', reason: message };
}

function withOtherProblems(
	problem: Failure,
	problems: ReadonlyMap<number, string>,
	itemIndex: number,
): Failure {
	const others = [...problems.keys()].filter((other) => other !== itemIndex).sort((a, b) => a - b);
	if (others.length === 0) return problem;
	const more = others.slice(MOST_PROBLEMS);
	const lines = [
		...others.slice(0, MOST_PROBLEMS).map((other) => `item ${other}: ${problems.get(other)}`),
		...(more.length > 0 ? [`and ${toRanges(more)}`] : []),
	];
	return new Failure(
		problem.message,
		[
			`${problem.description} Values of other items cannot be sent either:`,
			...lines.map((line) => `- ${line}`),
		].join('\n'),
	);
}

/** As many items as a person corrects before trying again. */
const MOST_PROBLEMS = 10;

/** The failure of a run over several items: first what became of all of them. */
function withReport(failure: Failure, job: Job, run: Run): Failure {
	if (job.operation.method === 'GET' || run.itemCount === 1) return failure;
	const { message, description, status } = failure;
	return new Failure(message, `${run.report(subjectOf(job))}\n${description}`, status);
}
