import type { RecordedRequest } from '../exchange';
import type { PortalState } from '../state';
import type { Delivery } from '../webhooks';
import { buttonsFor } from './buttons';
import { amount, code, cut, day, moment, sizeOf, text } from './cells';
import { type Section, section } from './section';
import { hooksOf, requestsOf } from './traffic';

/** What there is to show. */
export interface Shown {
	state: PortalState;
	/** In order of arrival. */
	requests: RecordedRequest[];
	deliveries: Delivery[];
}

/** Every table of the page: what was just asked first, then what the portal holds. */
export function sectionsOf({ state, requests, deliveries }: Shown): Section[] {
	return [
		requestsOf(requests),
		...documentsOf(state),
		...hooksOf(state, deliveries),
		...othersOf(state),
	];
}

function documentsOf(state: PortalState): Section[] {
	const nameOf = namesOf(state);
	return [
		section(
			'invoices',
			'Invoices',
			['Number', 'Customer', '€ Amount', 'Issued', 'Due', 'Paid', 'PDF'],
			state.invoices,
			(invoice) => ({
				cells: [
					text(invoice.invoiceNumber),
					text(nameOf(invoice.customerId)),
					amount(invoice.amount),
					day(invoice.issuedAt),
					day(invoice.dueAt),
					invoice.paidAt ? { text: `paid ${cut(invoice.paidAt)}`, tone: 'good' } : text('open'),
					{ text: 'Open PDF', href: `/invoices/${invoice.id}/pdf` },
				],
				buttons: buttonsFor.invoice(invoice),
			}),
		),
		section(
			'offers',
			'Offers',
			['Number', 'Customer', '€ Amount', 'Issued', 'Expires', 'Answer', 'PDF'],
			state.offers,
			(offer) => ({
				cells: [
					text(offer.offerNumber),
					text(nameOf(offer.customerId)),
					amount(offer.amount),
					day(offer.issuedAt),
					day(offer.expiresAt),
					offer.acceptedAt
						? { text: 'accepted', tone: 'good' }
						: offer.rejectedAt
							? { text: 'rejected', tone: 'bad' }
							: text('open'),
					{ text: 'Open PDF', href: `/offers/${offer.id}/pdf` },
				],
				buttons: buttonsFor.offer(offer),
			}),
		),
		section(
			'payment-links',
			'Payment links',
			['Description', '€ Amount', 'Expires', 'Status'],
			state.paymentLinks,
			(link) => ({
				cells: [
					text(link.description),
					amount(link.amount),
					link.expiresAt ? day(link.expiresAt) : text('never'),
					text(link.reusable ? `${link.status}, reusable` : link.status),
				],
				buttons: buttonsFor.paymentLink(link),
			}),
		),
		section(
			'subscriptions',
			'Subscriptions',
			['Description', 'Customer', '€ Amount', 'Interval', 'Renews', 'Ended'],
			state.subscriptions,
			(subscription) => ({
				cells: [
					text(subscription.description),
					text(nameOf(subscription.customerId)),
					amount(subscription.amount),
					text(subscription.interval),
					day(subscription.renewsAt),
					day(subscription.terminatedAt),
				],
				buttons: buttonsFor.subscription(subscription),
			}),
		),
		section(
			'tickets',
			'Tickets',
			['Title', 'Customer', 'From', 'Messages', 'Status'],
			state.tickets,
			(ticket) => ({
				cells: [
					text(ticket.title),
					text(nameOf(ticket.customerId)),
					text(ticket.source),
					text(ticket.messages.length),
					text(ticket.status),
				],
				buttons: buttonsFor.ticket(ticket),
			}),
			buttonsFor.tickets(),
		),
	];
}

function othersOf(state: PortalState): Section[] {
	const nameOf = namesOf(state);
	const cardNames = new Map(state.punchCards.map(({ id, name }) => [id, name]));
	return [
		section(
			'agreements',
			'Agreements',
			['Name', 'Signers', 'Documents', 'Status', 'Made'],
			state.agreements,
			({ name, signers, documents, status, createdAt }) => ({
				cells: [
					text(name),
					text(signers.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ')),
					text(documents.length),
					status === 'signed' ? { text: status, tone: 'good' } : text(status),
					day(createdAt),
				],
			}),
		),
		section(
			'appointments',
			'Appointments',
			['Name', 'With', 'From', 'Until', 'Status'],
			state.appointments,
			({ name, attendeeName, startsAt, endsAt, status }) => ({
				cells: [
					text(name),
					text(attendeeName),
					moment(startsAt),
					moment(endsAt),
					status === 'canceled' ? { text: status, tone: 'bad' } : text(status),
				],
			}),
		),
		section('files', 'Files', ['Name', 'Kind', 'Size', 'Made'], state.files, (record) => ({
			cells: [
				text(record.name),
				text(record.file?.mimeType ?? record.type),
				text(record.file ? sizeOf(record.file.bytes.length) : ''),
				day(record.createdAt),
			],
		})),
		section(
			'file-requests',
			'File requests',
			['Name', 'Customer', 'Files', 'Made'],
			state.fileRequests,
			({ name, customerId, requestedFiles, createdAt }) => ({
				cells: [
					text(name),
					text(nameOf(customerId)),
					text(requestedFiles.map((file) => file.name).join(', ')),
					day(createdAt),
				],
			}),
		),
		section(
			'file-shares',
			'File shares',
			['Customer', 'Files', 'Made'],
			state.fileShares,
			({ sharedWithCustomerId, content, createdAt }) => ({
				cells: [text(nameOf(sharedWithCustomerId)), text(content.length), day(createdAt)],
			}),
		),
		section(
			'punch-cards',
			'Punch cards',
			['Name', 'Punches', '€ Price', 'For sale'],
			state.punchCards,
			({ name, punches, price, forSale }) => ({
				cells: [text(name), text(punches), amount(price ?? ''), text(forSale ? 'yes' : 'no')],
			}),
		),
		section(
			'issued-punch-cards',
			'Issued punch cards',
			['Punch card', 'Customer', 'Punches left', 'Issued', 'Expires'],
			state.issuedPunchCards,
			({ punchCardId, customerId, punchesLeft, issuedAt, expiresAt }) => ({
				cells: [
					text(cardNames.get(punchCardId) ?? punchCardId),
					text(nameOf(customerId)),
					text(punchesLeft),
					day(issuedAt),
					day(expiresAt),
				],
			}),
		),
		section(
			'subscription-packages',
			'Subscription packages',
			['Name', '€ Amount', 'Interval', 'For sale'],
			state.subscriptionPackages,
			({ name, amount: price, interval, availableForSale }) => ({
				cells: [text(name), amount(price), text(interval), text(availableForSale ? 'yes' : 'no')],
			}),
		),
		section(
			'customer-groups',
			'Customer groups',
			['Name', 'Customers', 'Made'],
			state.customerGroups,
			({ id, name, createdAt }) => ({
				cells: [
					text(name),
					text(state.customers.filter(({ customerGroups }) => customerGroups.includes(id)).length),
					day(createdAt),
				],
			}),
		),
		section(
			'customers',
			'Customers',
			['Name', 'City', 'E-mail', 'ID'],
			state.customers,
			(customer) => ({
				cells: [
					text(customer.companyName),
					text(customer.city),
					text(customer.primaryEmail),
					code(customer.id),
				],
				buttons: buttonsFor.customer(customer),
			}),
		),
	];
}

function namesOf({ customers }: PortalState): (customerId: string | null) => string {
	const names = new Map(customers.map(({ id, companyName }) => [id, companyName]));
	return (customerId) => names.get(customerId ?? '') ?? customerId ?? '';
}
