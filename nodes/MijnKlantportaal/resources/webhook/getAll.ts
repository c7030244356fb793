import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/list-webhook-records */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many webhooks',
	description: 'Retrieve a list of active webhooks',
	method: 'GET',
	url: '/webhooks',
	scope: 'webhooks.read',
	output: 'list',
	fields: paging,
};
