import { outputFile } from '../../fields/file';
import { invoiceId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/get-customer-invoice-as-pdf */
export const downloadPdf: Operation = {
	name: 'Download PDF',
	value: 'downloadPdf',
	action: 'Download invoice PDF',
	description: 'Download the PDF of an invoice into a binary field',
	method: 'GET',
	url: '/customer-invoices/{invoiceId}/pdf',
	scope: 'invoices.read',
	output: 'file',
	fileName: 'invoice.pdf',
	fields: [invoiceId, outputFile],
};
