import { updateFields } from '../../fields/collection';
import { company } from '../../fields/company';
import { customerIdInPath } from '../../fields/identifiers';
import { changeRecovery, checkChange } from '../changes';
import type { Operation } from '../../execution/operation';
import { primaryEmail } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/edit-customer */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update customer',
	description: 'Change the name, address or e-mail address of a customer',
	method: 'PATCH',
	url: '/customers/{customerId}',
	scope: 'customers.write',
	output: 'object',
	label: 'companyName',
	recovery: changeRecovery,
	check: checkChange,
	fields: [customerIdInPath, updateFields(...company, primaryEmail)],
};
