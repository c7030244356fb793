import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { created, inState, issued, ofCustomer, withText } from '../../fields/listFilters';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { createManual } from './createManual';
import { downloadPdf } from './downloadPdf';
import { markPaid } from './markPaid';

/** What Simplify keeps of an invoice: the address of its payment page without what is around it. */
const simplified = [
	'id',
	'customerId',
	'invoiceNumber',
	'issuedAt',
	'dueAt',
	'currency',
	'amount',
	'paidAt',
	'createdAt',
	{ name: 'paymentUrl', from: 'links.onlinePaymentLink.href' },
];

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/get-customer-invoice */
const get = getOne(portalObjects.invoice, {
	description: 'Retrieve an invoice, with its amount, dates and payment page',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/list-customer-invoices */
const getAll = getMany(portalObjects.invoice, {
	description: 'Retrieve a list of invoices',
	narrowedBy: [
		...created,
		ofCustomer,
		...issued,
		inState('Only what is open, overdue (open after its due date) or paid', [
			{ name: 'Open', value: 'open', isIn: ({ paidAt }) => !paidAt },
			{
				name: 'Overdue',
				value: 'overdue',
				isIn: ({ paidAt, dueAt }, { today, dayOf }) => !paidAt && (dayOf(dueAt) ?? today) < today,
			},
			{ name: 'Paid', value: 'paid', isIn: ({ paidAt }) => Boolean(paidAt) },
		]),
		withText(['invoiceNumber'], 'the invoice number'),
	],
	simplified,
});

export const invoice: Resource = {
	value: 'invoice',
	object: portalObjects.invoice,
	operations: [create, createManual, downloadPdf, get, getAll, markPaid],
};
