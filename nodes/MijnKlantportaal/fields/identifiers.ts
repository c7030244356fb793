import type { Field } from './field';
import { identifier } from './identifier';

/** The customer that something is made for. */
export const customerId: Field = identifier({
	name: 'customerId',
	displayName: 'Customer',
	description: 'The customer this is for. Pick one, or give its ID, such as cst_abc12345def678.',
	required: true,
	place: 'body',
	noun: 'customer',
	prefixes: ['cst_'],
	searchListMethod: 'searchCustomers',
});

/** The customer invoice to work on. */
export const invoiceId: Field = identifier({
	name: 'invoiceId',
	displayName: 'Invoice',
	description: 'The invoice to work on. Pick one, or give its ID, such as inv_abc12345def678.',
	required: true,
	place: 'path',
	noun: 'invoice',
	prefixes: ['inv_'],
	searchListMethod: 'searchInvoices',
});

/** The customer offer to work on. */
export const offerId: Field = identifier({
	name: 'offerId',
	displayName: 'Offer',
	description:
		'The offer (offerte) to work on. Pick one, or give its ID, such as off_abc12345def678.',
	required: true,
	place: 'path',
	noun: 'offer',
	prefixes: ['off_'],
	searchListMethod: 'searchOffers',
});
