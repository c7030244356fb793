import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { day, issuedAt, moment } from '../../fields/dateFields';
import { inputFile } from '../../fields/fileFields';
import { customerId } from '../../fields/locators';
import { totalAmount } from '../../fields/numberFields';
import { creation, invoiceNumber, sendNotification } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/create-customer-invoice */
export const create: WriteOperation = {
	...creation,
	name: 'Create',
	value: 'create',
	action: 'Create invoice',
	description: 'Add an invoice (factuur) with its PDF to the portal of a customer',
	url: '/customer-invoices',
	recovery: { ...creation.recovery, fit: ['amount', ...creation.recovery.fit] },
	fields: [
		customerId,
		invoiceNumber,
		issuedAt,
		totalAmount,
		inputFile('pdf', { mustBePdf: true }),
		additionalFields(
			day({
				name: 'dueAt',
				displayName: 'Due At',
				description: 'Date by which the invoice has to be paid',
			}),
			moment({
				name: 'paidAt',
				displayName: 'Paid At',
				description: 'When the invoice was paid; leave out while it is open',
			}),
			sendNotification,
		),
	],
};
