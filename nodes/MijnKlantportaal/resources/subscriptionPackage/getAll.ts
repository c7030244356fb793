import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/list-customer-subscription-packages */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many subscription packages',
	description: 'Retrieve a list of subscription packages',
	method: 'GET',
	url: '/customer-subscription-packages',
	scope: 'subscription.read',
	output: 'list',
	fields: paging,
};
