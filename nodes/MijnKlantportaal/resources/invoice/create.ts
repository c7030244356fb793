import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { day, moment } from '../../fields/dateFields';
import { inputFile } from '../../fields/fileFields';
import { ifExists } from '../../fields/ifExists';
import { customerId } from '../../fields/locators';
import { formerSendNotification, sendNotification } from '../../fields/notification';
import { documentAmount } from '../../fields/numberFields';
import { creation, invoiceDate, invoiceNumber } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/create-customer-invoice */
export const create: WriteOperation = {
	...creation,
	name: 'Create',
	value: 'create',
	action: 'Create invoice with PDF',
	description: 'Add an invoice (factuur) with its PDF to the portal of a customer',
	url: '/customer-invoices',
	recovery: { ...creation.recovery, fit: ['amount', ...creation.recovery.fit] },
	// Where lines are sent, whether the list's amount includes VAT is not documented (docs/api-facts.md).
	existing: { ...creation.existing, agreeing: ['amount', ...creation.existing.agreeing, 'dueAt'] },
	fields: [
		customerId,
		invoiceNumber,
		invoiceDate,
		documentAmount,
		inputFile('pdf', {
			mustBePdf: true,
			content: 'the PDF of the invoice, which the customer opens in the portal',
		}),
		ifExists,
		sendNotification,
		additionalFields(
			day({
				name: 'dueAt',
				displayName: 'Due Date',
				description: 'Date by which the invoice has to be paid',
			}),
			moment({
				name: 'paidAt',
				displayName: 'Paid At',
				description: 'When the invoice was paid; leave out while it is open',
			}),
			formerSendNotification,
		),
	],
};
