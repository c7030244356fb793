import { paymentLinkId } from '../../fields/identifiers';
import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/list-payment-link-payments */
export const getPayments: Operation = {
	name: 'Get Payments',
	value: 'getPayments',
	action: 'Get payments of payment link',
	description: 'Retrieve the payments that were made with a payment link',
	method: 'GET',
	url: '/payment-links/{linkId}/payments',
	scope: 'paymentlinks.read',
	output: 'list',
	fields: [paymentLinkId, ...paging],
};
