import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';
import { customers } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/add-customers-to-customer-group */
export const addCustomers: WriteOperation = {
	name: 'Add Customers',
	value: 'addCustomers',
	action: 'Add customers to customer group',
	description: 'Put customers into a group; outputs the customers that the API names',
	method: 'POST',
	url: '/customer-groups/{customerGroupId}/customers',
	scope: 'customers.write',
	output: 'data',
	// A customer who is in the group stays in it (inferred: groups have members, not entries).
	recovery: { kind: 'repeat' },
	fields: [idInPath(portalObjects.customerGroup), customers],
};
