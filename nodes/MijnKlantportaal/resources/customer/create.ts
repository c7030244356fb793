import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { ifExists } from '../../fields/ifExists';
import { company } from '../../fields/textFields';
import { countryCode, primaryEmail } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/create-customer */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create customer',
	description: 'Add a customer (klant) to the portal',
	method: 'POST',
	url: '/customers',
	scope: 'customers.write',
	output: 'object',
	recovery: { kind: 'search', match: ['companyName', 'primaryEmail'] },
	existing: { key: ['primaryEmail'], agreeing: [] },
	fields: [...company, primaryEmail, ifExists, additionalFields(countryCode)],
};
