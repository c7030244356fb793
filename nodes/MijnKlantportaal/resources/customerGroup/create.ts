import { additionalFields } from '../../fields/collection';
import { name } from '../../fields/texts';
import type { Operation } from '../../execution/operation';
import { customers } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/create-customer-group */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create customer group',
	description: 'Add a group (klantgroep), with customers in it if wanted',
	method: 'POST',
	url: '/customer-groups',
	scope: 'customers.write',
	output: 'object',
	label: 'name',
	// An older group of that name would be taken for the new one, and the customers not be in it.
	recovery: { kind: 'byPerson', lookFor: ['name'] },
	fields: [name, additionalFields(customers)],
};
