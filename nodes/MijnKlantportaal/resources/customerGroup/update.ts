import { customerGroupId } from '../../fields/identifiers';
import { name } from '../../fields/texts';
import { changeRecovery } from '../changes';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/edit-customer-group */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update customer group',
	description: 'Change the name of a customer group',
	method: 'PATCH',
	url: '/customer-groups/{customerGroupId}',
	scope: 'customers.write',
	output: 'object',
	label: 'name',
	recovery: changeRecovery,
	fields: [customerGroupId, name],
};
