import { paging } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/list-customer-subscriptions */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many subscriptions',
	description: 'Retrieve a list of subscriptions',
	method: 'GET',
	url: '/customer-subscriptions',
	scope: 'subscription.read',
	output: 'list',
	simplified,
	fields: [...paging, simplify],
};
