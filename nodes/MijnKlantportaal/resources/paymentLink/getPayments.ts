import { portalObjects } from '../../../shared/objects/portalObjects';
import type { ReadOperation } from '../../execution/operation';
import { paging } from '../../fields/listFields';
import { idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/list-payment-link-payments */
export const getPayments: ReadOperation = {
	name: 'Get Payments',
	value: 'getPayments',
	action: 'Get payments of payment link',
	description: 'Retrieve the payments that were made with a payment link',
	method: 'GET',
	url: '/payment-links/{linkId}/payments',
	scope: 'paymentlinks.read',
	output: 'list',
	fields: [idInPath(portalObjects.paymentLink), ...paging],
};
