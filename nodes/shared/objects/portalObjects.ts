import type { IDataObject } from 'n8n-workflow';
import type { Searchable } from './searchable';

/** What a person recognises an object by: `2026-001 · € 12.95 · 2026-12-31`. Empty parts are left out. */
function facts(...parts: Array<(object: IDataObject) => unknown>): Searchable['name'] {
	return (object) =>
		parts
			.map((part) => part(object))
			.filter((part) => part !== undefined && part !== null && part !== '')
			.map(String)
			.join(' · ') || String(object.id);
}

const euros = ({ amount }: IDataObject): string => `€ ${String(amount)}`;

/** `2026-12-31T14:30:00+01:00` → `2026-12-31 14:30` */
const minutes = (moment: unknown): string => String(moment).slice(0, 16).replace('T', ' ');

/** What can be picked, by the name that the resource locators use. */
export const searchables: Record<string, Searchable> = {
	searchAgreements: {
		url: '/agreements',
		purpose: { noun: 'agreement', scope: 'agreements.read' },
		// Which fields the list shows is not documented; the ID stands in where there is no name.
		name: facts(
			({ name }) => name,
			({ status }) => status,
		),
	},
	searchAgreementDocuments: {
		url: '/agreements/{parent}',
		parent: { name: 'agreementId', displayName: 'Agreement' },
		field: 'documents',
		purpose: { noun: 'agreement', scope: 'agreements.read' },
		name: facts(({ documentName }) => documentName),
	},
	searchAppointments: {
		url: '/appointments',
		// A list of a period, and the next weeks are what there is still something to do about.
		query: { days: 31 },
		purpose: { noun: 'appointment', scope: 'appointments.read' },
		name: facts(
			({ startsAt }) => minutes(startsAt),
			({ attendeeName }) => attendeeName,
			({ status }) => status,
		),
	},
	searchCustomerGroups: {
		url: '/customer-groups',
		purpose: { noun: 'customer group', scope: 'customers.read' },
		name: facts(({ name }) => name),
	},
	searchCustomers: {
		url: '/customers',
		purpose: { noun: 'customer', scope: 'customers.read' },
		name: ({ companyName, city }) => (city ? `${companyName} (${city})` : String(companyName)),
	},
	searchFileRequests: {
		url: '/file-requests',
		purpose: { noun: 'file request', scope: 'filerequest.read' },
		name: facts(
			({ name }) => name,
			({ createdAt }) => minutes(createdAt),
		),
	},
	searchInvoices: {
		url: '/customer-invoices',
		purpose: { noun: 'invoice', scope: 'invoices.read' },
		name: facts(
			({ invoiceNumber }) => invoiceNumber,
			euros,
			({ issuedAt }) => issuedAt,
		),
	},
	searchIssuedPunchCards: {
		url: '/punch-cards/{parent}/issued',
		parent: { name: 'punchCardId', displayName: 'Punch Card' },
		purpose: { noun: 'punch card' },
		name: facts(
			({ customerId }) => customerId,
			({ punchesLeft }) => `${String(punchesLeft)} left`,
			({ status }) => status,
		),
	},
	searchLicenseInvoices: {
		url: '/invoices',
		purpose: { noun: 'license invoice', scope: 'businessoperations.read' },
		name: facts(
			({ invoiceNumber }) => invoiceNumber,
			({ totalAmount }) => `€ ${String(totalAmount)}`,
			({ issuedAt }) => String(issuedAt).slice(0, 10),
		),
	},
	searchOffers: {
		url: '/customer-offers',
		purpose: { noun: 'offer', scope: 'offers.read' },
		name: facts(
			({ offerNumber }) => offerNumber,
			euros,
			({ issuedAt }) => issuedAt,
		),
	},
	searchPaymentLinks: {
		url: '/payment-links',
		purpose: { noun: 'payment link', scope: 'paymentlinks.read' },
		name: facts(
			({ description }) => description,
			euros,
			({ status }) => status,
		),
	},
	searchPunchCards: {
		url: '/punch-cards',
		purpose: { noun: 'punch card' },
		name: facts(({ name }) => name),
	},
	searchSubscriptionPackages: {
		url: '/customer-subscription-packages',
		purpose: { noun: 'subscription package', scope: 'subscription.read' },
		name: facts(
			({ name }) => name,
			euros,
			({ interval }) => interval,
		),
	},
	searchSubscriptions: {
		url: '/customer-subscriptions',
		purpose: { noun: 'subscription', scope: 'subscription.read' },
		name: facts(
			({ description }) => description,
			({ customerId }) => customerId,
			({ status }) => status,
		),
	},
	searchTicketMessages: {
		url: '/tickets/{parent}',
		parent: { name: 'ticketId', displayName: 'Ticket' },
		field: 'messages',
		purpose: { noun: 'ticket', scope: 'tickets.read' },
		name: facts(
			({ postedAt }) => minutes(postedAt),
			({ postedBy }) => postedBy,
		),
	},
	searchTickets: {
		url: '/tickets',
		purpose: { noun: 'ticket', scope: 'tickets.read' },
		name: facts(
			({ title }) => title,
			({ status }) => status,
		),
	},
	searchWebhooks: {
		url: '/webhooks',
		purpose: { noun: 'webhook', scope: 'webhooks.read' },
		name: facts(
			({ type }) => type,
			({ url }) => url,
		),
	},
};
