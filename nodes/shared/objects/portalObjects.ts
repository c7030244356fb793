import { bookkeepingId, companyName, emailOf, nameKey, numberOf } from './keyFields';
import type { PortalObject } from './portalObject';
import { customerOf, euros, minuteOf, titleOf } from './titles';

const customer: PortalObject = {
	name: 'Customer',
	noun: 'customer',
	prefixes: ['cst_'],
	scope: 'customers.read',
	path: '/customers',
	idName: 'customerId',
	knownBy: 'companyName',
	keys: [emailOf('primaryEmail'), companyName, bookkeepingId],
	title: ({ companyName, city }) => (city ? `${companyName} (${city})` : String(companyName)),
};

const invoice: PortalObject = {
	name: 'Invoice',
	noun: 'invoice',
	prefixes: ['inv_'],
	scope: 'invoices.read',
	path: '/customer-invoices',
	idName: 'invoiceId',
	knownBy: 'invoiceNumber',
	keys: [numberOf('invoiceNumber')],
	title: titleOf('invoiceNumber', 'customerName', euros, 'issuedAt'),
	isOfCustomer: true,
};

const offer: PortalObject = {
	name: 'Offer',
	noun: 'offer',
	prefixes: ['off_'],
	scope: 'offers.read',
	path: '/customer-offers',
	idName: 'offerId',
	knownBy: 'offerNumber',
	keys: [numberOf('offerNumber')],
	title: titleOf('offerNumber', 'customerName', euros, 'issuedAt'),
	isOfCustomer: true,
};

const paymentLink: PortalObject = {
	name: 'Payment Link',
	noun: 'payment link',
	prefixes: ['plk_'],
	scope: 'paymentlinks.read',
	path: '/payment-links',
	idName: 'linkId',
	knownBy: 'description',
	title: titleOf('description', euros, 'status'),
};

const ticket: PortalObject = {
	name: 'Ticket',
	noun: 'ticket',
	prefixes: ['tic_'],
	scope: 'tickets.read',
	path: '/tickets',
	idName: 'ticketId',
	knownBy: 'title',
	title: titleOf('title', 'customerName', 'status'),
	isOfCustomer: true,
};

const ticketMessage: PortalObject = {
	name: 'Message',
	noun: 'message',
	prefixes: ['tim_'],
	scope: 'tickets.read',
	idName: 'messageId',
	title: titleOf(minuteOf('postedAt'), 'postedBy'),
	parent: ticket,
	heldIn: 'messages',
};

const subscription: PortalObject = {
	name: 'Subscription',
	noun: 'subscription',
	prefixes: ['sub_'],
	scope: 'subscription.read',
	path: '/customer-subscriptions',
	idName: 'subscriptionId',
	knownBy: 'description',
	title: titleOf('description', customerOf, 'status'),
	isOfCustomer: true,
};

const subscriptionPackage: PortalObject = {
	name: 'Subscription Package',
	noun: 'subscription package',
	prefixes: ['spg_'],
	scope: 'subscription.read',
	path: '/customer-subscription-packages',
	idName: 'packageId',
	knownBy: 'name',
	keys: [nameKey],
	title: titleOf('name', euros, 'interval'),
};

const appointment: PortalObject = {
	name: 'Appointment',
	noun: 'appointment',
	prefixes: ['apt_'],
	scope: 'appointments.read',
	path: '/appointments',
	idName: 'appointmentId',
	knownBy: 'startsAt',
	title: titleOf(minuteOf('startsAt'), 'attendeeName', 'status'),
	// A list of a period, and the next weeks are what there is still something to do about.
	query: { days: 31 },
};

const agreement: PortalObject = {
	name: 'Agreement',
	noun: 'agreement',
	prefixes: ['agr_'],
	scope: 'agreements.read',
	path: '/agreements',
	idName: 'agreementId',
	knownBy: 'name',
	// Which fields the list shows is not documented; the ID stands in where there is no name.
	title: titleOf('name', 'status'),
};

const agreementDocument: PortalObject = {
	name: 'Document',
	noun: 'document',
	prefixes: ['agd_'],
	scope: 'agreements.read',
	idName: 'documentId',
	title: titleOf('documentName'),
	parent: agreement,
	heldIn: 'documents',
};

const customerGroup: PortalObject = {
	name: 'Customer Group',
	noun: 'customer group',
	prefixes: ['cug_'],
	scope: 'customers.read',
	path: '/customer-groups',
	idName: 'customerGroupId',
	knownBy: 'name',
	keys: [nameKey],
	title: titleOf('name'),
};

const fileRequest: PortalObject = {
	name: 'File Request',
	noun: 'file request',
	prefixes: ['frq_'],
	scope: 'filerequest.read',
	path: '/file-requests',
	idName: 'requestId',
	knownBy: 'name',
	keys: [nameKey],
	title: titleOf('name', minuteOf('createdAt')),
};

const fileShare: PortalObject = {
	name: 'File Share',
	noun: 'file share',
	prefixes: ['fss_'],
	scope: 'fileshare.read',
	path: '/file-shares',
	idName: 'fileShareId',
};

const webhook: PortalObject = {
	name: 'Webhook',
	noun: 'webhook',
	prefixes: ['wbh_'],
	scope: 'webhooks.read',
	path: '/webhooks',
	idName: 'webhookId',
	knownBy: 'type',
	title: titleOf('type', 'url'),
};

/** An invoice from MijnKlantportaal itself to the owner of the portal. */
const licenseInvoice: PortalObject = {
	name: 'License Invoice',
	noun: 'license invoice',
	prefixes: ['fac_'],
	scope: 'businessoperations.read',
	path: '/invoices',
	idName: 'invoiceId',
	knownBy: 'invoiceNumber',
	keys: [numberOf('invoiceNumber')],
	title: titleOf(
		'invoiceNumber',
		({ totalAmount }) => `€ ${String(totalAmount)}`,
		({ issuedAt }) => String(issuedAt).slice(0, 10),
	),
};

/** The table of scopes names none for punch cards. */
const punchCard: PortalObject = {
	name: 'Punch Card',
	noun: 'punch card',
	prefixes: ['pcd_'],
	path: '/punch-cards',
	idName: 'punchCardId',
	knownBy: 'name',
	keys: [nameKey],
	title: titleOf('name'),
};

/** A card that a customer has, of a kind of punch card. */
const issuedPunchCard: PortalObject = {
	name: 'Issued Punch Card',
	noun: 'issued punch card',
	prefixes: ['pcb_'],
	path: '/punch-cards/{punchCardId}/issued',
	idName: 'issuedPunchCardId',
	knownBy: 'punchesLeft',
	title: titleOf(customerOf, ({ punchesLeft }) => `${String(punchesLeft)} left`, 'status'),
	isOfCustomer: true,
	parent: punchCard,
};

const file: PortalObject = {
	name: 'File',
	noun: 'file',
	prefixes: ['fsf_'],
	scope: 'files.read',
	path: '/files',
	isUnlisted: true,
	idName: 'fileId',
	knownBy: 'name',
};

const directory: PortalObject = {
	name: 'Directory',
	noun: 'directory',
	prefixes: ['fsd_'],
	scope: 'files.read',
	path: '/files',
	isUnlisted: true,
	idName: 'directoryId',
	knownBy: 'name',
};

const fileOrDirectory: PortalObject = {
	name: 'File or Directory',
	noun: 'file or directory',
	prefixes: [...file.prefixes, ...directory.prefixes],
	scope: 'files.read',
	path: '/files',
	isUnlisted: true,
	idName: 'fileOrDirId',
	knownBy: 'name',
};

/** A permission to collect payments, which only payment providers and the portal's own pages make. */
const mandate: PortalObject = {
	name: 'Mandate',
	noun: 'mandate',
	prefixes: ['mdt_'],
	idName: 'mandateId',
};

/**
 * Every kind of object of the portal, once: operations, pickers, look-ups after a lost answer, the test of
 * the credential and the trigger read here. First those that most tokens may read: the credential's test
 * asks for their lists in this order.
 */
export const portalObjects = {
	customer,
	invoice,
	offer,
	paymentLink,
	ticket,
	ticketMessage,
	subscription,
	subscriptionPackage,
	appointment,
	agreement,
	agreementDocument,
	customerGroup,
	fileRequest,
	fileShare,
	webhook,
	licenseInvoice,
	punchCard,
	issuedPunchCard,
	file,
	directory,
	fileOrDirectory,
	mandate,
} satisfies Record<string, PortalObject>;
