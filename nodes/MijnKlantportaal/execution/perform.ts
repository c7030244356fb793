import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import type { PortalObject } from '../../shared/objects/portalObject';
import { claim } from '../../shared/objects/claims';
import type { Doubt } from '../../shared/objects/doubt';
import { readBack } from '../../shared/objects/lookUp';
import { confirm, recover } from '../../shared/objects/recover';
import type { Connection } from '../../shared/transport/connection';
import { download } from '../../shared/transport/download';
import { statusOf } from '../../shared/transport/ending';
import { explain } from '../../shared/transport/explanations';
import { Failure } from '../../shared/transport/failure';
import type { Hold } from '../../shared/transport/hold';
import { readPages } from '../../shared/transport/pages';
import type { ApiRequest, Purpose } from '../../shared/transport/request';
import { send } from '../../shared/transport/send';
import type { Stop } from '../../shared/transport/stop';
import { toFlag } from '../../shared/values/flag';
import { toWholeNumber } from '../../shared/values/wholeNumber';
import { attempt } from '../../shared/values/wrongValue';
import type { Operation, WriteOperation } from './operation';

/** What one item asks for. */
export interface Job {
	context: IExecuteSingleFunctions;
	operation: Operation;
	/** What it works on. */
	object: PortalObject;
	connection: Connection;
	request: ApiRequest;
	purpose: Purpose;
	/** Stops when nothing more may be sent. */
	stop: Stop;
	/** Stops when the execution is cancelled; finding out what became of a request goes on until then. */
	cancelled: Stop;
	/** Holds the request back while the end of another one of the run is in doubt. */
	hold: Hold;
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
	const { connection, request, purpose, operation } = job;
	if (operation.method !== 'GET') return await performChange(job, operation);
	const { ending, result } = await send(connection, request, { stop: job.stop });
	if (result === undefined) throw explain(ending, connection, request, purpose);
	return result;
}

/** Carries out what changes something, and finds out what became of it where the answer does not tell. */
async function performChange(
	job: Job,
	{ makes = job.object, recovery }: WriteOperation,
): Promise<IDataObject> {
	const { connection, request, purpose, stop, cancelled, hold } = job;
	const outcome = await send(connection, request, { stop, cancelled, hold });
	const { ending, result, sentAt, isAmbiguous, isRepeated } = outcome;
	if (result !== undefined) {
		if (recovery.kind === 'search') claim(connection, result);
		return result;
	}
	const status = statusOf(ending);
	const doubt: Doubt = {
		connection,
		request,
		purpose,
		object: makes,
		recovery,
		// A try before this one was sent.
		ending: ending.kind === 'notSent' ? { ...ending, kind: 'lost' } : ending,
		sentAt,
		mayResend: () => stop.reason === undefined,
		stop: cancelled,
	};
	if (status === 204) return await readRemoved(doubt);
	const isRefused = status !== undefined && status >= 400 && status < 500;
	if (isAmbiguous || (isRepeated && !isRefused)) {
		return await hold.during(async () => await recover(doubt));
	}
	if (isRepeated) return await confirm(doubt);
	throw explain(ending, connection, request, purpose);
}

/** What was removed or closed, as far as it can still be read: that it was is certain. */
async function readRemoved(doubt: Doubt): Promise<IDataObject> {
	const { request } = doubt;
	const found = await readBack(doubt, { kind: 'readBack', isDone: () => true }).catch(
		(cause: unknown) => {
			if (cause instanceof Failure) return undefined;
			throw cause;
		},
	);
	return found ?? { id: decodeURIComponent(request.url.split('/').at(-1) ?? '') };
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
	const returnAll = readParameter('Return All', () =>
		toFlag(context.getNodeParameter('returnAll', true)),
	);
	const limit = returnAll
		? Infinity
		: readParameter('Limit', () => toWholeNumber(context.getNodeParameter('limit', 50)));
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

/** @throws Failure that names the parameter. */
function readParameter<Value>(displayName: string, read: () => Value): Value {
	const result = attempt(read);
	if ('value' in result) return result.value;
	const { finding, remedy } = result.wrong;
	throw new Failure(`${displayName} ${finding}`, `${remedy} Nothing was sent.`);
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
