import type { Resource } from '../../execution/operation';
import { addCustomers } from './addCustomers';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const customerGroup: Resource = {
	name: 'Customer Group',
	value: 'customerGroup',
	noun: 'customer group',
	operations: [addCustomers, create, get, getAll, update],
};
