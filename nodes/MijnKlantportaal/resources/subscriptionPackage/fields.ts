import { flag } from '../../fields/choiceFields';

/** Whether customers see the package. */
export const availableForSale = flag({
	name: 'availableForSale',
	displayName: 'Available for Sale',
	description: 'Whether customers can take the package in the portal',
});
