import type { Resource } from '../../execution/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { signUpCustomer } from './signUpCustomer';
import { signUpNonCustomer } from './signUpNonCustomer';
import { update } from './update';

export const subscriptionPackage: Resource = {
	name: 'Subscription Package',
	value: 'subscriptionPackage',
	noun: 'subscription package',
	operations: [create, get, getAll, signUpCustomer, signUpNonCustomer, update],
};
