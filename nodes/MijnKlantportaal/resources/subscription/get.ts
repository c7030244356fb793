import { subscriptionId } from '../../fields/identifiers';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/get-customer-subscription */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get subscription',
	description: 'Retrieve a subscription, with its amount, period and status',
	method: 'GET',
	url: '/customer-subscriptions/{subscriptionId}',
	scope: 'subscription.read',
	output: 'object',
	simplified,
	fields: [subscriptionId, simplify],
};
