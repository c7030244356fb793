import { email } from '../../fields/textFields';

/** Where the portal sends its messages to the customer. */
export const primaryEmail = email({
	name: 'primaryEmail',
	displayName: 'Primary Email',
	description: 'Main e-mail address of the customer; notifications go here',
	required: true,
});

/** What Simplify keeps of a customer: not the link with a bookkeeping integration. */
export const simplified = [
	'id',
	'companyName',
	'address',
	'zipCode',
	'city',
	'countryCode',
	'primaryEmail',
	'phone',
	'customerGroups',
	'createdAt',
];
