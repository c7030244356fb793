import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { ifExists } from '../../fields/ifExists';
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
	recovery: {
		kind: 'search',
		match: ['name'],
		// The customers would not be in another one.
		mayBeAnother: 'Several groups may have that name.',
	},
	existing: { key: ['name'], agreeing: [] },
	fields: [name, ifExists, additionalFields(customers)],
};
