import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { simplified } from './fields';
import { update } from './update';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/get-customer-subscription */
const get = getOne(portalObjects.subscription, {
	description: 'Retrieve a subscription, with its amount, period and status',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/list-customer-subscriptions */
const getAll = getMany(portalObjects.subscription, {
	description: 'Retrieve a list of subscriptions',
	simplified,
});

export const subscription: Resource = {
	value: 'subscription',
	object: portalObjects.subscription,
	operations: [create, get, getAll, update],
};
