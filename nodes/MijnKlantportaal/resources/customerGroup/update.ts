import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';
import { name } from '../../fields/textFields';
import { changeRecovery } from '../changes';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/edit-customer-group */
export const update: WriteOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update customer group',
	description: 'Change the name of a customer group',
	method: 'PATCH',
	url: '/customer-groups/{customerGroupId}',
	scope: 'customers.write',
	output: 'object',
	recovery: changeRecovery,
	fields: [idInPath(portalObjects.customerGroup), name],
};
