import type { Resource } from '../../execution/operation';
import { close } from './close';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getPayments } from './getPayments';

export const paymentLink: Resource = {
	name: 'Payment Link',
	value: 'paymentLink',
	noun: 'payment link',
	operations: [close, create, get, getAll, getPayments],
};
