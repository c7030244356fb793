import type { INodeExecutionData } from 'n8n-workflow';
import { Failure, toFailure } from '../../shared/transport/failure';
import { outputOf, performOnce } from './performOnce';
import { type CheckedItem, toJob } from './prepare';
import type { GivenRow } from './row';
import type { Run } from './run';

/**
 * With "On Error: Continue", and when an agent calls, every item goes its own way; rows go together with
 * those of the same number, and fail together.
 * @param checked The item with its values checked, or why they cannot be sent.
 * @param row Undefined where the item is a request of its own.
 * @throws Failure; the reason of the run's stop.
 */
export async function carryOutAlone(
	checked: CheckedItem | Failure,
	row: GivenRow | undefined,
	run: Run,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const prepared =
		checked instanceof Failure
			? checked
			: await toJob(checked, run, row !== undefined).catch(toFailure);
	run.rows.note(itemIndex, row, prepared);
	if (row === undefined) {
		if (prepared instanceof Failure) throw prepared;
		// What one key does not find, that of another item that means the same may.
		if ((prepared.creation?.keys.length ?? 0) > 1) await run.rows.allNoted();
		const work = { job: prepared, itemIndexes: [itemIndex] };
		return outputOf(itemIndex, work, await performOnce(work, run));
	}
	const work = await run.rows.workOf(itemIndex);
	const items = await run.rows.once(work, async () => await performOnce(work, run));
	return outputOf(itemIndex, work, items);
}
