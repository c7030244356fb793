import type { Field } from '../execution/field';
import { text } from './text';

/** What the portal needs to know of a company, without its e-mail address. */
export const company: Field[] = [
	text({
		name: 'companyName',
		displayName: 'Company Name',
		description: 'Name of the company, or of the person',
		placeholder: 'e.g. Test Company BV',
		required: true,
	}),
	text({
		name: 'address',
		displayName: 'Address',
		description: 'Street and house number',
		placeholder: 'e.g. Teststreet 123',
		required: true,
	}),
	text({
		name: 'zipCode',
		displayName: 'Zip Code',
		description: 'Postal code (postcode), such as 1234AB',
		placeholder: 'e.g. 1234AB',
		required: true,
	}),
	text({
		name: 'city',
		displayName: 'City',
		description: 'City (plaats)',
		placeholder: 'e.g. Amsterdam',
		required: true,
	}),
];
