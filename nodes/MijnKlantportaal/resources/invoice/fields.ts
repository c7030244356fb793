import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { text } from '../../fields/textFields';

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
	// The scope table has no invoices.write; whether creating needs a scope at all is open (docs/api-facts.md, Inferred).
	scope: 'invoices.read',
	output: 'object',
	recovery: {
		kind: 'search',
		match: ['invoiceNumber', 'customerId'],
		fit: ['issuedAt'],
	},
} as const satisfies Partial<WriteOperation>;
