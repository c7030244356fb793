import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { name } from '../../fields/textFields';
import { customers } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/create-customer-group */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create customer group',
	description: 'Add a group (klantgroep), with customers in it if wanted',
	method: 'POST',
	url: '/customer-groups',
	scope: 'customers.write',
	output: 'object',
	// The customers would not be in an older one.
	recovery: {
		kind: 'none',
		reason: 'A group of that name may be an older one.',
		lookFor: ['name'],
	},
	fields: [name, additionalFields(customers)],
};
