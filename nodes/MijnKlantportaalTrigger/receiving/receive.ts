import { createHash } from 'crypto';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { eventOf, type PortalEvent } from '../../shared/objects/events';
import { readStored } from '../registration/storedRecords';
import { DeliveryMemory } from './deliveryMemory';
import { toPayload } from './payload';
import { readBody } from './rawBody';
import { isRecognisable } from './repeats';
import { isSigned } from './signature';

const SIGNATURE_HEADER = 'x-webhook-signature';

const deliveries = new DeliveryMemory();

/**
 * Takes a call of the portal: checks that it is one, and hands its payload to the workflow. n8n answers
 * 200 as soon as the execution is stored, and 200 as well to what starts none for a good reason.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const body = await readBody(context.getRequestObject());
	if (body === undefined)
		return answer(context, 413, 'The body is larger than n8n takes, or broke off');
	const event = eventOf((context.getQueryData() as IDataObject).event);
	if (event === undefined || !isFromPortal(context, event, body)) {
		return answer(context, 401, 'The call does not carry the signature of its webhook');
	}
	// A record that could not be removed goes on calling for an event that is no longer chosen.
	if (!(context.getNodeParameter('events') as string[]).includes(event.type)) return {};

	const payload = toPayload(body);
	if (isRepeat(context, event, body, payload)) {
		context.logger.debug(`Ignored a repeated delivery of ${event.type}`);
		return {};
	}
	const json = { event: event.type, receivedAt: new Date().toISOString(), payload } as IDataObject;
	return { workflowData: [[{ json }]] };
}

function isFromPortal(context: IWebhookFunctions, event: PortalEvent, body: Buffer): boolean {
	const records = readStored(context).filter(({ type }) => type === event.type);
	const signature = context.getHeaderData()[SIGNATURE_HEADER];
	if (records.some(({ secret }) => isSigned(signature, body, secret))) return true;
	context.logger.warn(
		records.length === 0
			? `Refused a call for ${event.type}: no secret is stored for it. Deactivate and activate the workflow to register the webhook again.`
			: `Refused a call for ${event.type}: ${signature === undefined ? 'it has no signature' : 'its signature is not the one of the webhook'}`,
	);
	return false;
}

function isRepeat(
	context: IWebhookFunctions,
	event: PortalEvent,
	body: Buffer,
	payload: unknown,
): boolean {
	if (!(context.getNodeParameter('ignoreRepeats') as boolean)) return false;
	if (!isRecognisable(event, payload)) return false;
	// Other workflows get the same body, and a test must not swallow what the active workflow is sent.
	const receiver = [context.getWorkflow().id, context.getNode().id, context.getMode(), event.type];
	const key = createHash('sha256').update(JSON.stringify(receiver)).update(body).digest('base64');
	if (!deliveries.note(key, Date.now())) return true;
	const response = context.getResponseObject();
	response.once('close', () => {
		// n8n could not start the execution, so the portal may send again.
		if (response.statusCode >= 400) deliveries.forget(key);
	});
	return false;
}

function answer(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
