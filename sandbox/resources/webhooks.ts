import { ApiError, notFound } from '../errors';
import type { Webhook } from '../records';
import { newIdentifier, newSecret } from '../values/identifiers';
import { atom } from '../values/moments';
import { created, listed, named, ok, type Operations } from './operation';

const showWebhook = (webhook: Webhook): object => webhook;

export const webhooks: Operations = {
	'list-webhooks': (request, context) =>
		listed(request, context, context.state.webhooks, showWebhook),

	'create-webhook': (request, { state }) => {
		const { url, type } = request.body as { url: string; type: string };
		const webhook = {
			id: newIdentifier('wbh'),
			type,
			url,
			secret: newSecret(20),
			createdAt: atom(),
		};
		state.webhooks.push(webhook);
		return created(webhook);
	},

	'get-webhook': (request, { state }) => ok(named(state.webhooks, request, 'webhookId', 'webhook')),

	/** Not in the contract, though the scope webhooks.write speaks of it: set how it behaves. */
	'delete-webhook': (request, { state, settings }) => {
		if (settings.webhookDeletion === 'methodNotAllowed') {
			throw new ApiError(405, 'The DELETE method is not supported for this address.', {
				allow: 'GET, HEAD',
			});
		}
		if (settings.webhookDeletion === 'notFound') throw notFound('address');
		const webhook = named(state.webhooks, request, 'webhookId', 'webhook');
		state.webhooks.splice(state.webhooks.indexOf(webhook), 1);
		return ok(webhook);
	},
};
