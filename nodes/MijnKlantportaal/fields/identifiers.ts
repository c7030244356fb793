import type { IdentifierKind } from '../../shared/values/identifier';
import type { Field } from '../execution/field';
import { identifier } from './identifier';

/** The identifier in the path of the object that an operation works on. */
function inPath(
	name: string,
	kind: IdentifierKind,
	displayName: string,
	searchListMethod?: string,
): Field {
	const [prefix = ''] = kind.prefixes;
	const how = searchListMethod === undefined ? 'Its ID' : 'Pick one, or give its ID';
	return identifier({
		...kind,
		name,
		displayName,
		description: `The ${kind.noun} to work on. ${how}, such as ${prefix}abc12345def678.`,
		required: true,
		place: 'path',
		searchListMethod,
	});
}

/** How the IDs of customers look. */
export const CUSTOMER: IdentifierKind = { noun: 'customer', prefixes: ['cst_'] };

/** How the IDs of files and directories look. */
export const FILE_OR_DIRECTORY: IdentifierKind = {
	noun: 'file or directory',
	prefixes: ['fsf_', 'fsd_'],
};

/** How the IDs of directories look. */
export const DIRECTORY: IdentifierKind = { noun: 'directory', prefixes: ['fsd_'] };

const CUSTOMER_TEXTS = {
	...CUSTOMER,
	name: 'customerId',
	displayName: 'Customer',
	searchListMethod: 'searchCustomers',
};

/** The customer that something is made for. */
export const customerId = identifier({
	...CUSTOMER_TEXTS,
	description: 'The customer. Pick one, or give its ID, such as cst_abc12345def678.',
	required: true,
});

/** The customer to work on: the same parameter, in the path. */
export const customerIdInPath: Field = {
	property: customerId.property,
	delivery: customerId.delivery && { ...customerId.delivery, place: 'path' },
};

/**
 * The customer that something can be for.
 * @param description What it means to give one, and to give none.
 */
export function optionalCustomerId(description: string): Field {
	return identifier({ ...CUSTOMER_TEXTS, description });
}

export const agreementId = inPath(
	'agreementId',
	{ noun: 'agreement', prefixes: ['agr_'] },
	'Agreement',
	'searchAgreements',
);

/** A document of the agreement that is given beside it. */
export const documentId = identifier({
	name: 'documentId',
	displayName: 'Document',
	description:
		'The document of the agreement. Pick one, or give its ID, such as agd_abc12345def678; Agreement > Get lists them.',
	required: true,
	place: 'path',
	noun: 'document',
	prefixes: ['agd_'],
	searchListMethod: 'searchAgreementDocuments',
});

export const appointmentId = inPath(
	'appointmentId',
	{ noun: 'appointment', prefixes: ['apt_'] },
	'Appointment',
	'searchAppointments',
);

export const customerGroupId = inPath(
	'customerGroupId',
	{ noun: 'customer group', prefixes: ['cug_'] },
	'Customer Group',
	'searchCustomerGroups',
);

export const fileId = inPath('fileId', { noun: 'file', prefixes: ['fsf_'] }, 'File');

export const fileOrDirId = inPath('fileOrDirId', FILE_OR_DIRECTORY, 'File or Directory');

export const fileRequestId = inPath(
	'requestId',
	{ noun: 'file request', prefixes: ['frq_'] },
	'File Request',
	'searchFileRequests',
);

export const invoiceId = inPath(
	'invoiceId',
	{ noun: 'invoice', prefixes: ['inv_'] },
	'Invoice',
	'searchInvoices',
);

/** An invoice from MijnKlantportaal itself. */
export const licenseInvoiceId = inPath(
	'invoiceId',
	{ noun: 'license invoice', prefixes: ['fac_'] },
	'License Invoice',
	'searchLicenseInvoices',
);

export const offerId = inPath(
	'offerId',
	{ noun: 'offer', prefixes: ['off_'] },
	'Offer',
	'searchOffers',
);

export const packageId = inPath(
	'packageId',
	{ noun: 'subscription package', prefixes: ['spg_'] },
	'Subscription Package',
	'searchSubscriptionPackages',
);

export const paymentLinkId = inPath(
	'linkId',
	{ noun: 'payment link', prefixes: ['plk_'] },
	'Payment Link',
	'searchPaymentLinks',
);

export const punchCardId = inPath(
	'punchCardId',
	{ noun: 'punch card', prefixes: ['pcd_'] },
	'Punch Card',
	'searchPunchCards',
);

/** A card that a customer has, of the punch card that is given beside it. */
export const issuedPunchCardId = inPath(
	'issuedPunchCardId',
	{ noun: 'issued punch card', prefixes: ['pcb_'] },
	'Issued Punch Card',
	'searchIssuedPunchCards',
);

export const subscriptionId = inPath(
	'subscriptionId',
	{ noun: 'subscription', prefixes: ['sub_'] },
	'Subscription',
	'searchSubscriptions',
);

export const ticketId = inPath(
	'ticketId',
	{ noun: 'ticket', prefixes: ['tic_'] },
	'Ticket',
	'searchTickets',
);

/** A message of the ticket that is given beside it. */
export const messageId = identifier({
	name: 'messageId',
	displayName: 'Message',
	description:
		'The message of the ticket, at most 5 minutes old. Pick one, or give its ID, such as tim_abc12345def678; Ticket > Reply outputs it.',
	required: true,
	place: 'path',
	noun: 'message',
	prefixes: ['tim_'],
	searchListMethod: 'searchTicketMessages',
});

export const webhookId = inPath(
	'webhookId',
	{ noun: 'webhook', prefixes: ['wbh_'] },
	'Webhook',
	'searchWebhooks',
);
