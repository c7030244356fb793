import { invoiceId } from '../../fields/identifiers';
import { moment } from '../../fields/moment';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/mark-customer-invoice-paid */
export const markPaid: Operation = {
	name: 'Mark as Paid',
	value: 'markPaid',
	action: 'Mark invoice as paid',
	description: 'Mark an invoice as paid, also in a connected bookkeeping integration',
	method: 'PATCH',
	url: '/customer-invoices/{invoiceId}',
	scope: 'invoices.read',
	output: 'object',
	label: 'invoiceNumber',
	recovery: { kind: 'byId', isDone: (invoice) => Boolean(invoice.paidAt) },
	fields: [
		invoiceId,
		moment({
			name: 'paidAt',
			displayName: 'Paid At',
			description: 'When the invoice was paid, such as 2026-12-31 14:30 or {{ $now }}',
			default: '={{ $now }}',
			required: true,
		}),
	],
};
