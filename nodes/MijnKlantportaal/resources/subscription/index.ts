import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { created, inState, ofCustomer, withText } from '../../fields/listFilters';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { update } from './update';

/** What Simplify keeps of a subscription: all of it, its options beside the rest. */
const simplified = [
	'id',
	'customerId',
	'description',
	'startsAt',
	'interval',
	'renewsAt',
	'currency',
	'amount',
	'vatRate',
	'status',
	{ name: 'createInvoice', from: 'options.createInvoice' },
	{ name: 'invoiceDescription', from: 'options.invoiceDescription' },
	'terminatedAt',
	'createdAt',
];

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/get-customer-subscription */
const get = getOne(portalObjects.subscription, {
	description: 'Retrieve a subscription, with its amount, period and status',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/list-customer-subscriptions */
const getAll = getMany(portalObjects.subscription, {
	description: 'Retrieve a list of subscriptions',
	narrowedBy: [
		...created,
		ofCustomer,
		inState('Only what is in this state', [
			{ name: 'Ended', value: 'ended' },
			{ name: 'In Progress', value: 'in_progress' },
			{ name: 'Planned', value: 'planned' },
			{ name: 'Terminated', value: 'terminated' },
		]),
		withText(['description'], 'the description'),
	],
	simplified,
});

export const subscription: Resource = {
	value: 'subscription',
	object: portalObjects.subscription,
	operations: [create, get, getAll, update],
};
