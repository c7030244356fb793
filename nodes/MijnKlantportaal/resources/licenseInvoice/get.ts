import { licenseInvoiceId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/invoices-api/get-mijnklantportaal-invoice */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get license invoice',
	description: 'Retrieve an invoice that MijnKlantportaal sent to you',
	method: 'GET',
	url: '/invoices/{invoiceId}',
	scope: 'businessoperations.read',
	output: 'object',
	fields: [licenseInvoiceId],
};
