import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { customerIdInPath } from '../../fields/locators';
import { created, withText } from '../../fields/listFilters';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { simplified } from './fields';
import { update } from './update';
import { upsert } from './upsert';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/get-customer */
const get = getOne(portalObjects.customer, {
	description: 'Retrieve a customer, with its address, e-mail address and groups',
	simplified,
	id: customerIdInPath,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/list-customers */
const getAll = getMany(portalObjects.customer, {
	description: 'Retrieve a list of customers',
	simplified,
	narrowedBy: [
		...created,
		withText(
			['companyName', 'primaryEmail', 'address', 'zipCode', 'city', 'phone', 'integrationId'],
			'the name, e-mail address, address, phone number or bookkeeping ID',
		),
	],
});

export const customer: Resource = {
	value: 'customer',
	object: portalObjects.customer,
	operations: [create, upsert, get, getAll, update],
};
