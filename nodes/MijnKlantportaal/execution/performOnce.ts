import type { INodeExecutionData } from 'n8n-workflow';
import { Failure } from '../../shared/transport/failure';
import type { Work } from './job';
import { perform } from './perform';
import type { Run } from './run';
import { nameOf } from './subject';

/**
 * What an earlier try of the item came to: with Retry On Fail the engine tries all items again. Asked before
 * anything of it is looked up, as what it made would be found, and stand in its own way.
 * @param isAlone Whether it makes no difference what the other items came to.
 * @returns Undefined where the item is still to be carried out.
 * @throws Failure where it may have been carried out.
 */
export function outcomeOfEarlierTry(
	itemIndex: number,
	run: Run,
	isAlone: boolean,
): INodeExecutionData[] | undefined {
	const outcome = run.outcomeOf(itemIndex);
	if (outcome !== undefined) run.passOver(itemIndex);
	if (outcome && 'undecided' in outcome) throw outcome.undecided;
	// That failure, which tells what became of all items, ends this try as well.
	if (run.isInDoubt && !isAlone) return [];
	if (outcome === undefined) return undefined;
	const { itemIndexes, items, name } = outcome;
	if (itemIndexes[0] === itemIndex) run.noteFate(itemIndexes, { kind: 'done', name });
	return outputOf(itemIndex, outcome, items);
}

/** Carries work out, and keeps for another try that it was, or may have been. */
export async function performOnce(
	{ job, itemIndexes }: Work,
	run: Run,
): Promise<INodeExecutionData[]> {
	const { operation } = job;
	const isReading = operation.method === 'GET';
	const isHarmlessTwice = isReading || operation.recovery.kind === 'repeat';
	const creation = job.creation && run.plans.withTwins(job.creation);
	const items = await perform({ ...job, creation }).catch((cause: unknown) => {
		if (cause instanceof Failure && cause.isUndecided && !isHarmlessTwice) {
			run.keep(itemIndexes, { undecided: cause });
		}
		throw cause;
	});
	run.progress.noteItem(job.context);
	if (!isReading) run.keep(itemIndexes, { items, name: nameOf(job, items[0]?.json), itemIndexes });
	return items;
}

/** The output of an item: of rows that were carried out together, that of the first, paired with all. */
export function outputOf(
	itemIndex: number,
	{ itemIndexes }: Pick<Work, 'itemIndexes'>,
	items: INodeExecutionData[],
): INodeExecutionData[] {
	if (itemIndexes[0] !== itemIndex) return [];
	const pairs = itemIndexes.map((item) => ({ item }));
	const pairedItem = pairs.length === 1 ? pairs[0] : pairs;
	return items.map((item) => ({ ...item, pairedItem }));
}
