import { toCountryCode } from '../../../shared/values/countryCode';
import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { company, text } from '../../fields/textFields';
import { primaryEmail } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/create-customer */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create customer',
	description: 'Add a customer (klant) to the portal',
	method: 'POST',
	url: '/customers',
	scope: 'customers.write',
	output: 'object',
	recovery: { kind: 'search', match: ['companyName', 'primaryEmail'] },
	fields: [
		...company,
		primaryEmail,
		additionalFields(
			text({
				name: 'countryCode',
				displayName: 'Country Code',
				description:
					'Country as ISO 3166-1 code of two letters, such as NL or BE; NL when left out',
				placeholder: 'e.g. NL',
				read: toCountryCode,
			}),
		),
	],
};
