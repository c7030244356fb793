import type { Portal } from '../../sandbox/portal';
import { outputOf, type ExecutionResult } from '../n8n/n8nExecutions';

/** The invoice as the portal holds it. */
export interface SentInvoice {
	id: string;
	invoiceNumber: string;
	customer: string;
	amount: string;
	pdfBytes: number;
	pdfAddress: string;
}

interface InvoiceData {
	invoiceNumber: string;
	customerId: string;
	amount: string;
	/** The PDF in base64. */
	pdf: string;
}

/** Compares what the portal holds with what the workflow meant to send; throws when they differ. */
export function findSentInvoice(portal: Portal, execution: ExecutionResult): SentInvoice {
	const meant = outputOf(execution, 'Invoice Data')[0]?.json as InvoiceData | undefined;
	if (!meant) throw new Error('The workflow has no output of its node "Invoice Data".');
	const stored = portal.state.invoices.filter(
		({ invoiceNumber }) => invoiceNumber === meant.invoiceNumber,
	);
	const [invoice] = stored;
	if (!invoice || stored.length > 1) {
		throw new Error(
			`Invoice ${meant.invoiceNumber} should be in the portal once, but is ${stored.length} times.`,
		);
	}

	const differences = [
		invoice.customerId !== meant.customerId && `the customer is ${invoice.customerId}`,
		invoice.amount !== meant.amount && `the amount is ${invoice.amount}`,
		!invoice.pdf.bytes.equals(Buffer.from(meant.pdf, 'base64')) && 'the PDF is another one',
		outputOf(execution, 'Create Invoice')[0]?.json.id !== invoice.id &&
			'the node put out another invoice',
	].filter((difference) => difference !== false);
	if (differences.length > 0) {
		throw new Error(`Invoice ${invoice.invoiceNumber} in the portal: ${differences.join(', ')}.`);
	}

	const customer = portal.state.customers.find(({ id }) => id === invoice.customerId);
	return {
		id: invoice.id,
		invoiceNumber: invoice.invoiceNumber,
		customer: `${customer?.companyName ?? 'unknown'} (${invoice.customerId})`,
		amount: invoice.amount,
		pdfBytes: invoice.pdf.bytes.length,
		pdfAddress: `${portal.url}/invoices/${invoice.id}/pdf`,
	};
}
