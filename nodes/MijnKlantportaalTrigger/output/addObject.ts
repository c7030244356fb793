import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isSuccess, objectOf } from '../../shared/transport/response';
import { connect } from '../../shared/transport/connection';
import { explain } from '../../shared/transport/explanations';
import { type ApiRequest, send } from '../../shared/transport/send';
import { Stop } from '../../shared/transport/stop';
import { resources } from '../../MijnKlantportaal/resources';
import { eventOf } from '../../shared/objects/events';
import { inExecution } from '../nodeErrors';
import { isIdentifier } from '../../shared/objects/objectKinds';
import { leavesOf } from '../receiving/payload';

/**
 * The item of a call, with the object that the event happened to. It is fetched in the execution and not
 * before: the call is answered at once however long the rate limit takes, and an execution that fails
 * here can be retried in n8n with the event that it was started with.
 * @returns The object is null when the payload names none, or when it exists no more.
 * @throws NodeApiError
 */
export async function addObject(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
): Promise<INodeExecutionData> {
	const object = await inExecution(context, async () => await fetchObject(context, item.json));
	return { ...item, json: { ...item.json, object }, pairedItem: { item: itemIndex } };
}

async function fetchObject(
	context: IExecuteFunctions,
	{ event, payload }: IDataObject,
): Promise<IDataObject | null> {
	const kind = eventOf(event)?.kind;
	const resource = resources.find(({ value }) => value === kind?.resource);
	const get = resource?.operations.find(({ value }) => value === 'get');
	if (kind === undefined || resource === undefined || get === undefined) return null;
	const identifier = leavesOf(payload).find(({ value }) => isIdentifier(value, kind.prefix))?.value;
	if (identifier === undefined) return null;

	const connection = await connect(context);
	const request: ApiRequest = {
		method: 'GET',
		url: get.url.replace(/\{\w+\}/, encodeURIComponent(String(identifier))),
	};
	const stop = Stop.following(context.getExecutionCancelSignal());
	const { ending } = await send(connection, request, { stop });
	if (ending.kind === 'answered') {
		if (ending.answer.status === 404) return null;
		const object = isSuccess(ending.answer) ? objectOf(ending.answer) : undefined;
		if (object !== undefined) return object;
	}
	throw explain(ending, connection, request, { noun: resource.noun, scope: get.scope });
}
