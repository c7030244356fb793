import { offerId } from '../../fields/identifiers';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/get-customer-offer */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get offer',
	description: 'Retrieve an offer, with its amount, dates and whether it was accepted',
	method: 'GET',
	url: '/customer-offers/{offerId}',
	scope: 'offers.read',
	output: 'object',
	simplified,
	fields: [offerId, simplify],
};
