import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { eventOf } from '../../shared/objects/events';
import { pathTo, readingOf } from '../../shared/objects/portalObject';
import { connect } from '../../shared/transport/connection';
import { statusOf } from '../../shared/transport/ending';
import { explain } from '../../shared/transport/explanations';
import { readParameter } from '../../shared/transport/failure';
import type { ApiRequest } from '../../shared/transport/request';
import { send } from '../../shared/transport/send';
import { Stop } from '../../shared/transport/stop';
import { toFlag } from '../../shared/values/flag';
import { isIdentifier } from '../../shared/values/identifier';
import { inExecution } from '../nodeErrors';
import { leavesOf } from '../receiving/payload';

/**
 * The item of a call, where it is wanted with the object that the event happened to. It is fetched in the
 * execution and not before: the call is answered at once however long the rate limit takes, and an execution
 * that fails here can be retried in n8n with the event that it was started with.
 * @returns The object is null when the payload names none, or when it exists no more.
 * @throws NodeApiError
 */
export async function addObject(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
): Promise<INodeExecutionData> {
	return await inExecution(context, async () => {
		const wanted = context.getNodeParameter('fetchObject', itemIndex);
		if (!readParameter('Fetch All Details', wanted, toFlag)) return item;
		const object = await fetchObject(context, item.json);
		return { ...item, json: { ...item.json, object }, pairedItem: { item: itemIndex } };
	});
}

async function fetchObject(
	context: IExecuteFunctions,
	{ event, payload }: IDataObject,
): Promise<IDataObject | null> {
	const object = eventOf(event)?.object;
	if (object === undefined) return null;
	const identifier = leavesOf(payload)
		.map(({ value }) => value)
		.find((value) => isIdentifier(value, object));
	if (identifier === undefined) return null;

	const connection = await connect(context);
	const url = pathTo(object, identifier);
	const request: ApiRequest = { method: 'GET', url, answerField: 'id' };
	const stop = Stop.following(context.getExecutionCancelSignal());
	const { ending, result: found } = await send(connection, request, { stop });
	if (statusOf(ending) === 404) return null;
	if (found === undefined) throw explain(ending, connection, request, readingOf(object));
	return found;
}
