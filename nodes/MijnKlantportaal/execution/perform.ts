import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { pathTo } from '../../shared/objects/portalObject';
import { download } from '../../shared/transport/download';
import { explain } from '../../shared/transport/explanations';
import { Failure } from '../../shared/transport/failure';
import type { ApiRequest } from '../../shared/transport/request';
import { send } from '../../shared/transport/send';
import { createOnce } from './createOnce';
import { bodyNamesOf } from './displayNames';
import type { Job } from './job';
import { listObjects } from './listObjects';
import { performChange } from './performChange';
import { simplify } from './simplified';

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
			return [await performObject(job)];
	}
}

/** One object; where it makes a difference, whether it existed before. */
async function performObject(job: Job): Promise<INodeExecutionData> {
	const { creation, connection, stop } = job;
	if (creation === undefined) return toItem(job, await performCompleted(job));
	const { object, alreadyExisted } = await createOnce(creation, connection, stop, {
		create: async () => await performCompleted(job),
		change: async (existing) => await performUpdate(job, existing),
	});
	const item = toItem(job, object);
	return { ...item, json: { ...item.json, alreadyExisted } };
}

/** Changes what differs of what exists. */
async function performUpdate(job: Job, existing: IDataObject): Promise<IDataObject> {
	const { operation, request, object } = job;
	const { upsert } = operation.method === 'GET' ? {} : operation;
	if (upsert === undefined) return existing;
	const { change } = upsert;
	const changeable = bodyNamesOf(change.fields);
	const changes = Object.entries(request.body ?? {}).filter(
		([name, value]) => changeable.includes(name) && existing[name] !== value,
	);
	if (changes.length === 0) return existing;
	const changing: ApiRequest = {
		...request,
		method: change.method,
		url: pathTo(object, String(existing.id)),
		body: Object.fromEntries(changes),
	};
	return await performChange({ ...job, request: changing }, change);
}

/** The answer about one object, with what the operation adds to it. */
async function performCompleted(job: Job): Promise<IDataObject> {
	const { operation, request } = job;
	const { complete } = operation.method === 'GET' ? {} : operation;
	if (complete === undefined) return await performSingle(job);
	const { body, added } = complete(request.body ?? {});
	const result = await performSingle({ ...job, request: { ...request, body } });
	return { ...result, ...added };
}

async function performSingle(job: Job): Promise<IDataObject> {
	const { connection, request, purpose, operation } = job;
	if (operation.method !== 'GET') return await performChange(job, operation);
	const { ending, result } = await send(connection, request, {
		stop: job.stop,
		onLimit: job.onLimit,
	});
	if (result === undefined) throw explain(ending, connection, request, purpose);
	return result;
}

async function performList(job: Job): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for await (const object of listObjects(job)) items.push(toItem(job, object));
	return items;
}

async function performData(job: Job): Promise<INodeExecutionData[]> {
	const { data } = await performSingle(job);
	if (Array.isArray(data)) return (data as IDataObject[]).map((object) => toItem(job, object));
	throw new Failure(
		'The API answered without a list where one was expected',
		'The request was carried out. Look at the result in the portal.',
	);
}

async function performDownload(job: Job): Promise<INodeExecutionData> {
	const { context, connection, request, purpose, stop, operation, filterValues } = job;
	return await download({
		connection,
		context,
		request,
		purpose,
		binaryPropertyName: filterValues.binaryPropertyName as string,
		fileName: operation.fileName ?? 'file',
		mustBePdf: operation.fileName?.endsWith('.pdf') ?? false,
		stop,
	});
}

function toItem({ operation, filterValues }: Job, object: IDataObject): INodeExecutionData {
	const { simplified } = operation;
	if (simplified === undefined || filterValues.simplify === false) return { json: object };
	return { json: simplify(object, simplified) };
}
