import { flag } from '../../fields/flag';
import { text } from '../../fields/text';
import type { Operation } from '../../execution/operation';

export const invoiceNumber = text({
	name: 'invoiceNumber',
	displayName: 'Invoice Number',
	description: 'Number of the invoice, as it stands on the invoice',
	placeholder: 'e.g. 2026-001',
	required: true,
});

export const sendNotification = flag({
	name: 'sendNotification',
	displayName: 'Send Notification',
	description: 'Whether MijnKlantportaal tells the customer about the new invoice',
});

/** What both ways to create an invoice have in common. */
export const creation = {
	method: 'POST',
	// The scope table has no invoices.write; whether creating needs a scope at all is open (guide, 13.3).
	scope: 'invoices.read',
	output: 'object',
	label: 'invoiceNumber',
	recovery: {
		kind: 'inList',
		url: '/customer-invoices',
		match: ['invoiceNumber', 'customerId'],
		fit: ['amount', 'issuedAt'],
	},
} as const satisfies Partial<Operation>;
