import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/list-payment-links */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many payment links',
	description: 'Retrieve a list of payment links',
	method: 'GET',
	url: '/payment-links',
	scope: 'paymentlinks.read',
	output: 'list',
	fields: paging,
};
