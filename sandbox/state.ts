import type * as records from './records';

/** Everything the portal holds, oldest first in every list. Tests may read and change it. */
export interface PortalState {
	customers: records.Customer[];
	customerGroups: records.CustomerGroup[];
	invoices: records.CustomerInvoice[];
	offers: records.CustomerOffer[];
	subscriptions: records.Subscription[];
	subscriptionPackages: records.SubscriptionPackage[];
	pendingSignUps: records.PendingSignUp[];
	agreements: records.Agreement[];
	appointments: records.Appointment[];
	files: records.PortalFile[];
	fileRequests: records.FileRequest[];
	fileShares: records.FileShare[];
	licenseInvoices: records.LicenseInvoice[];
	paymentLinks: records.PaymentLink[];
	paymentLinkPayments: records.PaymentLinkPayment[];
	punchCards: records.PunchCard[];
	issuedPunchCards: records.IssuedPunchCard[];
	tickets: records.Ticket[];
	webhooks: records.Webhook[];
	downloads: records.Download[];
	/** How long the address of a download works. */
	downloadSeconds: number;
}

/** A portal without anything in it. */
export function emptyState(): PortalState {
	return {
		customers: [],
		customerGroups: [],
		invoices: [],
		offers: [],
		subscriptions: [],
		subscriptionPackages: [],
		pendingSignUps: [],
		agreements: [],
		appointments: [],
		files: [],
		fileRequests: [],
		fileShares: [],
		licenseInvoices: [],
		paymentLinks: [],
		paymentLinkPayments: [],
		punchCards: [],
		issuedPunchCards: [],
		tickets: [],
		webhooks: [],
		downloads: [],
		downloadSeconds: 300,
	};
}
