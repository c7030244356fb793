import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/list-customer-groups */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many customer groups',
	description: 'Retrieve a list of customer groups',
	method: 'GET',
	url: '/customer-groups',
	scope: 'customers.read',
	output: 'list',
	fields: paging,
};
