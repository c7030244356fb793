import type { WriteOperation } from '../../execution/operation';
import { issuedAt } from '../../fields/dateFields';
import { text } from '../../fields/textFields';

export const invoiceNumber = text({
	name: 'invoiceNumber',
	displayName: 'Invoice Number',
	description: 'Number of the invoice, as it stands on the invoice',
	placeholder: 'e.g. 2026-001',
	required: true,
});

export const invoiceDate = issuedAt('Invoice Date');

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
	existing: { key: ['invoiceNumber', 'customerId'], agreeing: ['issuedAt'] },
} as const satisfies Partial<WriteOperation>;
