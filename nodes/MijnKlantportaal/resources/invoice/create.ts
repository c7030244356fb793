import { totalAmount } from '../../fields/amount';
import { additionalFields } from '../../fields/collection';
import { day } from '../../fields/day';
import { inputFile } from '../../fields/file';
import { customerId } from '../../fields/identifiers';
import { issuedAt } from '../../fields/issuedAt';
import { moment } from '../../fields/moment';
import type { Operation } from '../../execution/operation';
import { creation, invoiceNumber, sendNotification } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/create-customer-invoice */
export const create: Operation = {
	...creation,
	name: 'Create',
	value: 'create',
	action: 'Create invoice',
	description: 'Add an invoice (factuur) with its PDF to the portal of a customer',
	url: '/customer-invoices',
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
