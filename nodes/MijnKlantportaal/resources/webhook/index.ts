import type { Resource } from '../../execution/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	noun: 'webhook',
	operations: [create, get, getAll],
};
