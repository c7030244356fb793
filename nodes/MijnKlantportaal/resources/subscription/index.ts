import type { Resource } from '../../execution/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const subscription: Resource = {
	name: 'Subscription',
	value: 'subscription',
	noun: 'subscription',
	operations: [create, get, getAll, update],
};
