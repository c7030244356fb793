import type { Field } from '../../execution/field';
import type { WriteOperation } from '../../execution/operation';
import { choice } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { company, text } from '../../fields/textFields';
import { create } from './create';
import { countryCode, primaryEmail } from './fields';
import { update } from './update';

const matchBy = choice({
	name: 'matchBy',
	displayName: 'Match By',
	description:
		'What tells whether the customer is in the portal already. Looking reads the list of customers once for all items, one request for every 15 customers.',
	options: [
		{ name: 'Bookkeeping ID', value: 'integrationId' },
		{ name: 'Company Name', value: 'companyName' },
		{ name: 'Email', value: 'email' },
	],
	default: 'email',
	required: true,
});

const bookkeepingId = text({
	name: 'integrationId',
	displayName: 'Bookkeeping ID',
	description:
		'ID of the customer in the connected bookkeeping. Where no customer has it, the e-mail address decides, as only the bookkeeping can give a customer this ID.',
	placeholder: 'e.g. 10042',
	required: true,
});

const bookkeepingIdWhenChosen: Field = {
	...bookkeepingId,
	property: {
		...bookkeepingId.property,
		displayOptions: { show: { matchBy: ['integrationId'] } },
	},
};

/** Creates with https://docs.developers.mijnklantportaal.nl/api-reference/customers-api/create-customer */
export const upsert: WriteOperation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update customer',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	method: 'POST',
	url: create.url,
	scope: create.scope,
	output: 'object',
	recovery: create.recovery,
	upsert: {
		change: update,
		choice: 'matchBy',
		keys: {
			email: ['primaryEmail'],
			companyName: ['companyName'],
			// The API cannot set it, so that a new customer would be added at every run.
			integrationId: ['integrationId', 'primaryEmail'],
		},
		unsent: ['matchBy', 'integrationId'],
	},
	fields: [
		matchBy,
		bookkeepingIdWhenChosen,
		...company,
		primaryEmail,
		additionalFields(countryCode),
	],
};
