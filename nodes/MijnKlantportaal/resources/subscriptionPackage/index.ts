import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { signUpCustomer } from './signUpCustomer';
import { signUpNonCustomer } from './signUpNonCustomer';
import { update } from './update';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/get-customer-subscription-package */
const get = getOne(portalObjects.subscriptionPackage, {
	description: 'Retrieve a subscription package, with its amount and period',
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/list-customer-subscription-packages */
const getAll = getMany(portalObjects.subscriptionPackage, {
	description: 'Retrieve a list of subscription packages',
});

export const subscriptionPackage: Resource = {
	value: 'subscriptionPackage',
	object: portalObjects.subscriptionPackage,
	operations: [create, get, getAll, signUpCustomer, signUpNonCustomer, update],
};
