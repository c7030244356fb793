import { webhookId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/get-webhook-record */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get webhook',
	description: 'Retrieve a webhook, with the secret that its calls carry',
	method: 'GET',
	url: '/webhooks/{webhookId}',
	scope: 'webhooks.read',
	output: 'object',
	fields: [webhookId],
};
