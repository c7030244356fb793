import { packageId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/get-customer-subscription-package */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get subscription package',
	description: 'Retrieve a subscription package, with its amount and period',
	method: 'GET',
	url: '/customer-subscription-packages/{packageId}',
	scope: 'subscription.read',
	output: 'object',
	fields: [packageId],
};
