import { customerIdInPath } from '../../fields/identifiers';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/get-customer */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get customer',
	description: 'Retrieve a customer, with its address, e-mail address and groups',
	method: 'GET',
	url: '/customers/{customerId}',
	scope: 'customers.read',
	output: 'object',
	simplified,
	fields: [customerIdInPath, simplify],
};
