import type { INodeExecutionData } from 'n8n-workflow';
import { Failure } from '../../shared/transport/failure';
import type { Job, Work } from './job';
import { perform } from './perform';
import type { Run } from './run';

/**
 * Carries a change out, unless an earlier try of the same item did, or may have done so: with Retry On
 * Fail the engine tries all items again.
 */
export async function performOnce(
	{ job, itemIndexes: [itemIndex = 0] }: Work,
	run: Run,
): Promise<INodeExecutionData[]> {
	const { operation } = job;
	if (operation.method === 'GET') return await performNext(job, run);
	const isHarmlessTwice = operation.recovery.kind === 'repeat';
	const earlier = run.earlierTry(itemIndex);
	if (earlier && 'undecided' in earlier) throw earlier.undecided;
	if (earlier) return earlier.items;
	const creation = job.creation && run.plans.withTwins(job.creation);
	const items = await performNext({ ...job, creation }, run).catch((cause: unknown) => {
		if (cause instanceof Failure && cause.isUndecided && !isHarmlessTwice) {
			run.keep(itemIndex, { undecided: cause });
		}
		throw cause;
	});
	run.keep(itemIndex, { items });
	return items;
}

async function performNext(job: Job, run: Run): Promise<INodeExecutionData[]> {
	const items = await perform(job);
	run.progress.noteItem(job.context);
	return items;
}

/** The output of an item: of rows that were carried out together, that of the first, paired with all. */
export function outputOf(
	itemIndex: number,
	{ itemIndexes }: Work,
	items: INodeExecutionData[],
): INodeExecutionData[] {
	if (itemIndexes[0] !== itemIndex) return [];
	const pairs = itemIndexes.map((item) => ({ item }));
	const pairedItem = pairs.length === 1 ? pairs[0] : pairs;
	return items.map((item) => ({ ...item, pairedItem }));
}
