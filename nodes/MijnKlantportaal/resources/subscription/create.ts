import { totalAmount } from '../../fields/amount';
import { additionalFields } from '../../fields/collection';
import { day } from '../../fields/day';
import { flag } from '../../fields/flag';
import { customerId } from '../../fields/identifiers';
import { interval } from '../../fields/interval';
import { text } from '../../fields/text';
import { vatRate } from '../../fields/vatRate';
import type { Operation } from '../../execution/operation';
import { subscriptionDescription } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/create-customer-subscription */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create subscription',
	description: 'Start a subscription (abonnement) of a customer',
	method: 'POST',
	url: '/customer-subscriptions',
	scope: 'subscription.write',
	output: 'object',
	label: 'description',
	recovery: {
		kind: 'inList',
		url: '/customer-subscriptions',
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
