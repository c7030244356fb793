import { paging } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/list-customer-offers */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many offers',
	description: 'Retrieve a list of offers',
	method: 'GET',
	url: '/customer-offers',
	scope: 'offers.read',
	output: 'list',
	simplified,
	fields: [...paging, simplify],
};
