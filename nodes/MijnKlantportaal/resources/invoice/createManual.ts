import { additionalFields } from '../../fields/collection';
import { customerId } from '../../fields/identifiers';
import { issuedAt } from '../../fields/issuedAt';
import { lines } from '../../fields/lines';
import type { Operation } from '../../execution/operation';
import { creation, invoiceNumber, sendNotification } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/create-manual-customer-invoice */
export const createManual: Operation = {
	...creation,
	name: 'Create From Lines',
	value: 'createManual',
	action: 'Create invoice from lines',
	description: 'Let the portal make an invoice (factuur) from its lines; no PDF is needed',
	url: '/customer-invoices/manual',
	fields: [customerId, invoiceNumber, issuedAt, ...lines, additionalFields(sendNotification)],
};
