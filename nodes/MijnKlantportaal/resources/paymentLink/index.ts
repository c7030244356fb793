import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { created, inState, withText } from '../../fields/listFilters';
import { getMany, getOne } from '../reading';
import { close } from './close';
import { create } from './create';
import { getPayments } from './getPayments';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/get-payment-link */
const get = getOne(portalObjects.paymentLink, {
	description: 'Retrieve a payment link, with its status and the address to pay at',
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/list-payment-links */
const getAll = getMany(portalObjects.paymentLink, {
	description: 'Retrieve a list of payment links',
	narrowedBy: [
		...created,
		inState('Only what is in this state', [
			{ name: 'Closed', value: 'closed' },
			{ name: 'Expired', value: 'expired' },
			{ name: 'Open', value: 'open' },
			{ name: 'Paid', value: 'paid' },
		]),
		withText(['description'], 'the description'),
	],
});

export const paymentLink: Resource = {
	value: 'paymentLink',
	object: portalObjects.paymentLink,
	operations: [close, create, get, getAll, getPayments],
};
