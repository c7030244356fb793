import type { WriteOperation } from '../../execution/operation';
import { flag, interval } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { day } from '../../fields/dateFields';
import { customerId } from '../../fields/locators';
import { totalAmount, vatRate } from '../../fields/numberFields';
import { text } from '../../fields/textFields';
import { subscriptionDescription } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/create-customer-subscription */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create subscription',
	description: 'Start a subscription (abonnement) of a customer',
	method: 'POST',
	url: '/customer-subscriptions',
	scope: 'subscription.write',
	output: 'object',
	recovery: {
		kind: 'search',
		match: ['customerId', 'description', 'startDate', 'interval', 'vatRate'],
		listNames: { startDate: 'startsAt' },
	},
	fields: [
		customerId,
		subscriptionDescription,
		day({
			name: 'startDate',
			displayName: 'Start Date',
			description:
				'Date on which the subscription starts or started, such as 2026-12-31 or {{ $now }}',
			required: true,
		}),
		interval,
		totalAmount,
		vatRate,
		additionalFields(
			flag({
				name: 'createInvoice',
				displayName: 'Create Invoice',
				description:
					'Whether an invoice is made in the connected bookkeeping integration for each period; needs such an integration',
			}),
			text({
				name: 'invoiceDescription',
				displayName: 'Invoice Description',
				description: 'Text of the line on that invoice; only used with Create Invoice',
				placeholder: 'e.g. Extending subscription',
			}),
		),
	],
};
