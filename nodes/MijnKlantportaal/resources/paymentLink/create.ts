import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { day } from '../../fields/dateFields';
import { totalAmount } from '../../fields/numberFields';
import { text } from '../../fields/textFields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/create-payment-link */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create payment link',
	description: 'Make a link (betaallink) with which anybody who has it can pay an amount',
	method: 'POST',
	url: '/payment-links',
	scope: 'paymentlinks.write',
	output: 'object',
	recovery: {
		kind: 'search',
		match: ['description', 'amount'],
		// One for each member of a club, for example.
		mayBeAnother: 'Several payment links may have that description and amount.',
	},
	fields: [
		text({
			name: 'description',
			displayName: 'Description',
			description: 'What is paid for; also stands on the bank statement of the payer',
			placeholder: 'e.g. Contribution 2026',
			required: true,
		}),
		totalAmount,
		additionalFields(
			day({
				name: 'expiresAt',
				displayName: 'Valid Until',
				description: 'Last date on which the link works, such as 2026-12-31; always when left out',
			}),
			flag({
				name: 'reusable',
				displayName: 'Reusable',
				description: 'Whether the link can be used more than once',
			}),
		),
	],
};
