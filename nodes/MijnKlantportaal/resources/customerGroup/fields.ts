import { portalObjects } from '../../../shared/objects/portalObjects';
import { idList } from '../../fields/locators';

/** Who is put into a group. */
export const customers = idList({
	object: portalObjects.customer,
	name: 'customers',
	displayName: 'Customer IDs',
	description:
		'IDs of the customers to put into the group, separated by commas, or an expression that gives an array. MijnKlantportaal skips IDs that it does not know.',
	required: true,
});
