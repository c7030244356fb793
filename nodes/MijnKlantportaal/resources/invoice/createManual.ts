import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { issuedAt } from '../../fields/dateFields';
import { lines } from '../../fields/lineFields';
import { customerId } from '../../fields/locators';
import { creation, invoiceNumber, sendNotification } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/create-manual-customer-invoice */
export const createManual: WriteOperation = {
	...creation,
	name: 'Create From Lines',
	value: 'createManual',
	action: 'Create invoice from lines',
	description: 'Let the portal make an invoice (factuur) from its lines; no PDF is needed',
	url: '/customer-invoices/manual',
	fields: [customerId, invoiceNumber, issuedAt, ...lines, additionalFields(sendNotification)],
};
