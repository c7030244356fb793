import { identifierList } from '../../fields/identifierList';
import { CUSTOMER } from '../../fields/identifiers';

/** Who is put into a group. */
export const customers = identifierList({
	...CUSTOMER,
	name: 'customers',
	displayName: 'Customer IDs',
	description:
		'IDs of the customers to put into the group, separated by commas, or an expression that gives an array. MijnKlantportaal skips IDs that it does not know.',
	required: true,
});
