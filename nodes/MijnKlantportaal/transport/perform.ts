import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../resources/operation';
import { attempt } from '../values/wrongValue';
import { toWholeNumber } from '../values/wholeNumber';
import { objectOf } from './answer';
import type { Connection } from './connection';
import { download } from './download';
import { explain, type Purpose } from './explanations';
import { Failure } from './failure';
import { isSuccess, readPages } from './pages';
import { type Case, confirm, recover } from './recovery';
import { type ApiRequest, send } from './send';
import type { Stop } from './stop';

/** What one item asks for. */
export interface Job {
	context: IExecuteSingleFunctions;
	operation: Operation;
	connection: Connection;
	request: ApiRequest;
	purpose: Purpose;
	/** Stops when nothing more may be sent. */
	stop: Stop;
	/** Stops when the execution is cancelled; finding out what became of a request goes on until then. */
	cancelled: Stop;
	/** IDs of what other items of the run have made: it is theirs. */
	claimed: Set<unknown>;
}

/**
 * Carries out what one item asks for.
 * @throws Failure; the reason of the job's stop.
 */
export async function perform(job: Job): Promise<INodeExecutionData[]> {
	switch (job.operation.output) {
		case 'list':
			return await performList(job);
		case 'data':
			return await performData(job);
		case 'file':
			return [await performDownload(job)];
		case 'object':
			return [toItem(job, await performSingle(job))];
	}
}

async function performSingle(job: Job): Promise<IDataObject> {
	const { connection, request, purpose, stop, operation, cancelled, claimed } = job;
	const { ending, isAmbiguous, isRepeated } = await send(connection, request, { stop });
	const unclear: Case = {
		connection,
		request,
		purpose,
		ending,
		recovery: operation.recovery,
		mayResend: () => stop.reason === undefined,
		stop: cancelled,
		claimed,
	};
	if (isAmbiguous) return await recover(unclear);
	const object =
		ending.kind === 'answered' && isSuccess(ending.answer) ? objectOf(ending.answer) : undefined;
	if (object !== undefined) {
		claimed.add(object.id);
		return object;
	}
	const done = isRepeated ? await confirm(unclear) : undefined;
	if (done !== undefined) return done;
	throw explain(ending, connection, request, purpose);
}

async function performData(job: Job): Promise<INodeExecutionData[]> {
	const { data } = await performSingle(job);
	if (Array.isArray(data)) return (data as IDataObject[]).map((object) => toItem(job, object));
	throw new Failure(
		'The API answered without a list where one was expected',
		'The request was carried out. Look at the result in the portal.',
	);
}

async function performList(job: Job): Promise<INodeExecutionData[]> {
	const { context, connection, request, purpose, stop } = job;
	// A list that comes whole has no such parameter.
	const returnAll = context.getNodeParameter('returnAll', true) as boolean;
	const limit = returnAll ? Infinity : readLimit(context);
	const seen = new Set<unknown>();
	const items: INodeExecutionData[] = [];
	for await (const { objects } of readPages(connection, request, purpose, { stop })) {
		for (const object of objects) {
			// What is added while pages are read moves older objects on to the next page, a second time.
			if (object.id !== undefined && seen.has(object.id)) continue;
			seen.add(object.id);
			items.push(toItem(job, object));
			if (items.length >= limit) return items;
		}
	}
	return items;
}

/** @throws Failure when Limit is no number of results. */
function readLimit(context: IExecuteSingleFunctions): number {
	const limit = attempt(() => toWholeNumber(context.getNodeParameter('limit', 50)));
	if ('value' in limit) return limit.value;
	throw new Failure(`Limit ${limit.wrong.finding}`, `${limit.wrong.remedy} Nothing was sent.`);
}

async function performDownload(job: Job): Promise<INodeExecutionData> {
	const { context, connection, request, purpose, stop, operation } = job;
	return await download({
		connection,
		context,
		request,
		purpose,
		binaryPropertyName: context.getNodeParameter('binaryPropertyName') as string,
		fileName: operation.fileName ?? 'file',
		stop,
	});
}

function toItem({ context, operation }: Job, object: IDataObject): INodeExecutionData {
	const { simplified } = operation;
	if (simplified === undefined || !context.getNodeParameter('simplify', true)) {
		return { json: object };
	}
	return { json: Object.fromEntries(simplified.map((name) => [name, object[name]])) };
}
