import type { IDataObject } from 'n8n-workflow';
import { readParameter } from '../../shared/transport/failure';
import { readPages, readWholeList } from '../../shared/transport/pages';
import { toFlag } from '../../shared/values/flag';
import { toWholeNumber } from '../../shared/values/wholeNumber';
import type { Job } from './job';
import { Narrowing } from './narrowing';

/**
 * The objects of a list that an item asks for, as they are read: those that pass its filters, each of them
 * once, up to Limit.
 * @throws Failure; the reason of the job's stop.
 */
export async function* listObjects(job: Job): AsyncGenerator<IDataObject> {
	const { context, connection, operation, request, purpose, stop, filterValues } = job;
	// A list that comes whole has no such parameter.
	const returnAll = readParameter(
		'Return All',
		context.getNodeParameter('returnAll', true),
		toFlag,
	);
	const limit = returnAll
		? Infinity
		: readParameter('Limit', context.getNodeParameter('limit', 50), toWholeNumber);
	const narrowing = new Narrowing(operation.filters ?? [], filterValues, context.getTimezone());
	const seen = new Set<unknown>();
	let count = 0;
	const read = returnAll ? readWholeList : readPages;
	for await (const { objects } of read(connection, request, purpose, { stop })) {
		for (const object of objects) {
			// What is added while pages are read moves older objects on to the next page, a second time.
			if (object.id !== undefined && seen.has(object.id)) continue;
			seen.add(object.id);
			if (!narrowing.passes(object)) continue;
			yield object;
			if (++count >= limit) return;
		}
		if (narrowing.isOver) return;
	}
}
