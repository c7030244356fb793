import { portalObjects } from '../../../shared/objects/portalObjects';
import type { ReadOperation } from '../../execution/operation';
import { outputFile } from '../../fields/fileFields';
import { idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/get-customer-invoice-as-pdf */
export const downloadPdf: ReadOperation = {
	name: 'Download PDF',
	value: 'downloadPdf',
	action: 'Download invoice PDF',
	description: 'Download the PDF of an invoice into a binary field',
	method: 'GET',
	url: '/customer-invoices/{invoiceId}/pdf',
	scope: 'invoices.read',
	output: 'file',
	fileName: 'invoice.pdf',
	fields: [idInPath(portalObjects.invoice), outputFile],
};
