import type { WriteOperation } from '../../execution/operation';
import { ifExists } from '../../fields/ifExists';
import { fromLines, lines } from '../../fields/lineFields';
import { customerId } from '../../fields/locators';
import { formerAdditionalFields, sendNotification } from '../../fields/notification';
import { creation, invoiceDate, invoiceNumber } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/create-manual-customer-invoice */
export const createManual: WriteOperation = {
	...creation,
	...fromLines('invoiceNumber'),
	name: 'Create From Lines',
	value: 'createManual',
	action: 'Create invoice from lines',
	description: 'Let the portal make an invoice (factuur) from its lines; no PDF is needed',
	url: '/customer-invoices/manual',
	fields: [
		customerId,
		invoiceNumber,
		invoiceDate,
		...lines,
		ifExists,
		sendNotification,
		formerAdditionalFields,
	],
};
