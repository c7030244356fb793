import { additionalFields } from '../../fields/collection';
import { day } from '../../fields/day';
import { flag } from '../../fields/flag';
import { identifier } from '../../fields/identifier';
import { customerId, packageId } from '../../fields/identifiers';
import { text } from '../../fields/text';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/sign-up-a-customer-for-a-customer-subscription-package */
export const signUpCustomer: Operation = {
	name: 'Sign Up Customer',
	value: 'signUpCustomer',
	action: 'Sign up customer for subscription package',
	description: 'Start a subscription of a customer from a package',
	method: 'POST',
	url: '/customer-subscription-packages/{packageId}/sign-up',
	scope: 'subscription.write',
	output: 'object',
	label: 'customerId',
	recovery: { kind: 'byPerson', noun: 'subscription', lookFor: ['customerId', 'startDate'] },
	fields: [
		packageId,
		// Which fields are required is not documented; without a customer there is nobody to sign up.
		customerId,
		additionalFields(
			day({
				name: 'startDate',
				displayName: 'Start Date',
				description:
					'Date on which the subscription starts or started, such as 2026-12-31 or {{ $now }}',
			}),
			identifier({
				name: 'mandateId',
				displayName: 'Mandate',
				description:
					'The payment mandate to charge with. Its ID, such as mdt_abc12345def678. Without one nothing is charged automatically.',
				noun: 'mandate',
				prefixes: ['mdt_'],
			}),
			flag({
				name: 'createInvoice',
				displayName: 'Create Invoice',
				description: 'Whether an invoice is made for every charge',
			}),
			text({
				name: 'invoiceText',
				displayName: 'Invoice Text',
				description: 'Text on that invoice; the name of the package when left out',
				placeholder: 'e.g. Phone subscription',
			}),
		),
	],
};
