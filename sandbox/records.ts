/** What the portal keeps of each kind of object. Moments are ATOM texts, days `YYYY-mm-dd`, amounts decimal texts. */

export interface StoredFile {
	fileName: string;
	mimeType: string;
	bytes: Buffer;
}

export interface Customer {
	id: string;
	companyName: string;
	address: string;
	zipCode: string;
	city: string;
	countryCode: string;
	primaryEmail: string;
	phone: string | null;
	integration: string | null;
	integrationId: string | null;
	customerGroups: string[];
	createdAt: string;
}

export interface CustomerGroup {
	id: string;
	name: string;
	createdAt: string;
}

/** A line of an invoice or offer that was made from lines. */
export interface Line {
	description: string;
	amountExclVat: string;
	vatRate: number;
}

export interface CustomerInvoice {
	id: string;
	customerId: string;
	invoiceNumber: string;
	issuedAt: string;
	dueAt: string | null;
	amount: string;
	paidAt: string | null;
	createdAt: string;
	sendNotification: boolean;
	/** Last part of the address of the payment page. */
	paymentToken: string;
	/** Empty when the invoice came as a PDF. */
	lines: Line[];
	pdf: StoredFile;
}

export interface CustomerOffer {
	id: string;
	customerId: string;
	offerNumber: string;
	issuedAt: string;
	expiresAt: string;
	amount: string;
	acceptedAt: string | null;
	acceptedViaIp: string | null;
	acceptedViaUserAgent: string | null;
	acceptanceSignature: string | null;
	rejectedAt: string | null;
	createdAt: string;
	sendNotification: boolean;
	lines: Line[];
	pdf: StoredFile;
}

export interface Subscription {
	id: string;
	customerId: string;
	description: string;
	startsAt: string;
	interval: string;
	renewsAt: string;
	amount: string;
	vatRate: number;
	options: { createInvoice: boolean; invoiceDescription: string };
	mandateId: string | null;
	terminatedAt: string | null;
	createdAt: string;
	payments: { id: string; amount: string; status: 'open' | 'paid'; createdAt: string }[];
}

export interface SubscriptionPackage {
	id: string;
	name: string;
	description: string;
	interval: string;
	amount: string;
	vatRate: number;
	availableForSale: boolean;
}

/** The sign-up of somebody who is not a customer yet, waiting for the first payment. */
export interface PendingSignUp {
	id: string;
	packageId: string;
	companyName: string;
	address: string;
	zipCode: string;
	city: string;
	email: string;
	paymentLink: string;
	expiresAt: string;
}

export interface Agreement {
	id: string;
	name: string;
	status: 'sent' | 'signed';
	signerName: string;
	signerSignature: string;
	signerSignatureHash: string;
	signers: {
		id: string;
		firstName: string;
		lastName: string;
		email: string;
		shouldIdentify: boolean;
	}[];
	documents: { id: string; fileHash: string; file: StoredFile }[];
	createdAt: string;
}

export interface Appointment {
	id: string;
	name: string;
	customerId: string | null;
	attendeeName: string;
	attendeeEmail: string;
	startsAt: string;
	endsAt: string;
	status: 'scheduled' | 'canceled' | 'pending';
	createdAt: string;
}

export interface PortalFile {
	id: string;
	type: 'file' | 'directory';
	name: string;
	directoryId: string | null;
	fileShareId: string | null;
	createdAt: string;
	/** Null for a directory. */
	file: StoredFile | null;
}

export interface FileRequest {
	id: string;
	name: string;
	description: string | null;
	directoryId: string | null;
	customerId: string | null;
	requestedFiles: {
		id: string;
		name: string;
		description: string;
		required: boolean;
		maxFileSize: number;
	}[];
	createdAt: string;
}

export interface FileShare {
	id: string;
	sharedWithCustomerId: string | null;
	content: string[];
	createdAt: string;
}

/** An invoice of MijnKlantportaal to the owner of the portal. */
export interface LicenseInvoice {
	id: string;
	invoiceNumber: string;
	lines: {
		id: string;
		description: string;
		quantity: number;
		currency: string;
		amountExclVat: number;
		vatRate: number;
		vatAmount: number;
		amountInclVat: number;
	}[];
	subtotalAmount: number;
	vatAmount: number;
	totalAmount: number;
	issuedAt: string;
	isPaid: boolean;
}

export interface PaymentLink {
	id: string;
	description: string;
	amount: string;
	reusable: boolean;
	expiresAt: string | null;
	status: 'open' | 'paid' | 'expired' | 'closed';
	createdAt: string;
}

export interface PaymentLinkPayment {
	id: string;
	paymentLinkId: string;
	amount: string;
	status: string;
	payersName: string;
	integration: string;
	integrationId: string;
	createdAt: string;
}

export interface PunchCard {
	id: string;
	name: string;
	description: string | null;
	punches: number;
	punchLabel: string;
	forSale: boolean;
	price: string | null;
	vatRate: number | null;
	expiryValue: number | null;
	expiryPeriod: 'days' | 'months' | 'years' | null;
	createdAt: string;
}

export interface IssuedPunchCard {
	id: string;
	punchCardId: string;
	customerId: string;
	punchesLeft: number;
	expiresAt: string | null;
	issuedAt: string;
}

export interface TicketAttachment {
	id: string;
	file: StoredFile;
}

export interface TicketMessage {
	id: string;
	postedBy: string;
	isPostedByCustomer: boolean;
	message: string;
	postedAt: string;
	attachments: TicketAttachment[];
}

export interface Ticket {
	id: string;
	customerId: string | null;
	title: string;
	source: 'portal' | 'email' | 'chat';
	status: 'open' | 'closed';
	messages: TicketMessage[];
	createdAt: string;
}

export interface Webhook {
	id: string;
	type: string;
	url: string;
	secret: string;
	createdAt: string;
}

/** An address behind which a file can be fetched for a while. */
export interface Download {
	path: string;
	file: StoredFile;
	/** Milliseconds since 1970; tests may set it back to let the address expire. */
	expiresAt: number;
}
