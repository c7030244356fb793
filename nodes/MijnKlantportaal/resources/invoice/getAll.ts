import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/list-customer-invoices */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many invoices',
	description: 'Retrieve a list of invoices',
	method: 'GET',
	url: '/customer-invoices',
	scope: 'invoices.read',
	output: 'list',
	fields: paging,
};
