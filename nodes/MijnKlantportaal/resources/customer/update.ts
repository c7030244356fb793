import type { WriteOperation } from '../../execution/operation';
import { updateFields } from '../../fields/collections';
import { customerIdInPath } from '../../fields/locators';
import { company } from '../../fields/textFields';
import { changeRecovery, checkChange } from '../changes';
import { primaryEmail } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/edit-customer */
export const update: WriteOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update customer',
	description: 'Change the name, address or e-mail address of a customer',
	method: 'PATCH',
	url: '/customers/{customerId}',
	scope: 'customers.write',
	output: 'object',
	recovery: changeRecovery,
	check: checkChange,
	fields: [customerIdInPath, updateFields(...company, primaryEmail)],
};
