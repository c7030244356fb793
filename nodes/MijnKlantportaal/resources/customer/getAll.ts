import { paging } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/list-customers */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many customers',
	description: 'Retrieve a list of customers',
	method: 'GET',
	url: '/customers',
	scope: 'customers.read',
	output: 'list',
	simplified,
	fields: [...paging, simplify],
};
