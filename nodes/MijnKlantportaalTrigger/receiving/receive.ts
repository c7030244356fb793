import { createHash } from 'crypto';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { eventOf, type PortalEvent } from '../../shared/objects/events';
import { readEvents, readIgnoreRepeats } from '../registration/site';
import { readStored } from '../registration/storedRecords';
import { DeliveryMemory } from './deliveryMemory';
import { readBody, toPayload } from './payload';
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
		return refuse(context, 413, 'The body is larger than n8n takes, or broke off');
	const event = eventOf((context.getQueryData() as IDataObject).event);
	if (event === undefined)
		return refuse(context, 400, 'The address names no event that the node knows');
	const doubt = doubtOf(context, event, body);
	if (doubt !== undefined) {
		const line = `Refused a call for ${event.type}: ${doubt}`;
		return refuse(context, 401, 'The call does not carry the signature of its webhook', line);
	}
	if (!isChosen(context, event)) return {};

	const payload = toPayload(body);
	if (isRepeat(context, event, body, payload)) {
		context.logger.debug(`Ignored a repeated delivery of ${event.type}`);
		return {};
	}
	const json = { event: event.type, receivedAt: new Date().toISOString(), payload } as IDataObject;
	return { workflowData: [[{ json }]] };
}

/** Why the call need not come from the portal, for the log. */
function doubtOf(context: IWebhookFunctions, event: PortalEvent, body: Buffer): string | undefined {
	const records = readStored(context).filter(({ type }) => type === event.type);
	const signature = context.getHeaderData()[SIGNATURE_HEADER];
	if (records.some(({ secret }) => isSigned(signature, body, secret))) return undefined;
	if (records.length === 0)
		return 'no secret is stored for it. Deactivate and activate the workflow to register the webhook again.';
	return signature === undefined
		? 'it has no signature'
		: 'its signature is not the one of the webhook';
}

/**
 * A record that could not be removed goes on calling for an event that is no longer chosen. A choice that
 * has become unreadable since the workflow was activated loses no event.
 */
function isChosen(context: IWebhookFunctions, event: PortalEvent): boolean {
	const known = readEvents(context, []).map(eventOf).filter(Boolean);
	return known.length === 0 || known.includes(event);
}

function isRepeat(
	context: IWebhookFunctions,
	event: PortalEvent,
	body: Buffer,
	payload: unknown,
): boolean {
	// What has become neither true nor false loses no event.
	if (!readIgnoreRepeats(context, false) || !isRecognisable(event, payload)) return false;
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

function refuse(
	context: IWebhookFunctions,
	status: number,
	message: string,
	line = `Refused a call. ${message}`,
): IWebhookResponseData {
	context.logger.warn(line);
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
