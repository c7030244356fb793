import { totalAmount } from '../../fields/amount';
import { additionalFields } from '../../fields/collection';
import { day } from '../../fields/day';
import { flag } from '../../fields/flag';
import { text } from '../../fields/text';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/create-payment-link */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create payment link',
	description: 'Make a link (betaallink) with which anybody who has it can pay an amount',
	method: 'POST',
	url: '/payment-links',
	scope: 'paymentlinks.write',
	output: 'object',
	label: 'description',
	// Many links can have the same description and amount, one for each member of a club.
	recovery: { kind: 'byPerson', lookFor: ['description', 'amount'] },
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
				displayName: 'Expires At',
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
