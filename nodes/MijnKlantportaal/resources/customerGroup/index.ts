import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { addCustomers } from './addCustomers';
import { create } from './create';
import { update } from './update';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/get-customer-group */
const get = getOne(portalObjects.customerGroup, { description: 'Retrieve a customer group' });

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-groups-api/list-customer-groups */
const getAll = getMany(portalObjects.customerGroup, {
	description: 'Retrieve a list of customer groups',
});

export const customerGroup: Resource = {
	value: 'customerGroup',
	object: portalObjects.customerGroup,
	operations: [addCustomers, create, get, getAll, update],
};
