import { portalObjects } from '../../../shared/objects/portalObjects';
import { idList } from '../../fields/locators';

/** Who is put into a group. */
export const customers = idList({
	object: portalObjects.customer,
	name: 'customers',
	displayName: 'Customers',
	description:
		'E-mail addresses or IDs of the customers to put into the group, separated by commas, or an expression that gives an array. MijnKlantportaal skips IDs that it does not know.',
	required: true,
});
