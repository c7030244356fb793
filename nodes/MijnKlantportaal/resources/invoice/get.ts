import { invoiceId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/get-customer-invoice */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get invoice',
	description: 'Retrieve an invoice, with its amount, dates and payment page',
	method: 'GET',
	url: '/customer-invoices/{invoiceId}',
	scope: 'invoices.read',
	output: 'object',
	fields: [invoiceId],
};
