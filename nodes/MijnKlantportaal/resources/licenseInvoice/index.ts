import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getAll } from './getAll';

export const licenseInvoice: Resource = {
	name: 'License Invoice',
	value: 'licenseInvoice',
	noun: 'license invoice',
	operations: [get, getAll],
};
