import { toCountryCode } from '../../../shared/values/countryCode';
import { email, text } from '../../fields/textFields';

/** Where the portal sends its messages to the customer. */
export const primaryEmail = email({
	name: 'primaryEmail',
	displayName: 'Primary Email',
	description: 'Main e-mail address of the customer; notifications go here',
	required: true,
});

/** Can only be given to a new customer: the API does not change it. */
export const countryCode = text({
	name: 'countryCode',
	displayName: 'Country Code',
	description:
		'Country of a new customer as ISO 3166-1 code of two letters, such as NL or BE; NL when left out',
	placeholder: 'e.g. NL',
	read: toCountryCode,
});

/** What Simplify keeps of a customer: also the link with a bookkeeping, by which bookkeepers match. */
export const simplified = [
	'id',
	'companyName',
	'address',
	'zipCode',
	'city',
	'countryCode',
	'primaryEmail',
	'phone',
	'integration',
	'integrationId',
	'customerGroups',
];
