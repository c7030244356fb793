import { customerGroupId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/get-customer-group */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get customer group',
	description: 'Retrieve a customer group',
	method: 'GET',
	url: '/customer-groups/{customerGroupId}',
	scope: 'customers.read',
	output: 'object',
	fields: [customerGroupId],
};
