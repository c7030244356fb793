import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';

/** https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/get-webhook-record */
const get = getOne(portalObjects.webhook, {
	description: 'Retrieve a webhook, with the secret that its calls carry',
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/list-webhook-records */
const getAll = getMany(portalObjects.webhook, {
	description: 'Retrieve a list of active webhooks',
});

export const webhook: Resource = {
	value: 'webhook',
	object: portalObjects.webhook,
	operations: [create, get, getAll],
};
