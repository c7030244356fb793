import { paymentLinkId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/get-payment-link */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get payment link',
	description: 'Retrieve a payment link, with its status and the address to pay at',
	method: 'GET',
	url: '/payment-links/{linkId}',
	scope: 'paymentlinks.read',
	output: 'object',
	fields: [paymentLinkId],
};
