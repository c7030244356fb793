import type { Request } from 'express';
import type { PortalContext } from '../resources/operation';
import { payInvoice, showInvoice } from '../resources/customerInvoices';
import { decideOffer, showOffer } from '../resources/customerOffers';
import { expirePaymentLink, payPaymentLink } from '../resources/paymentLinks';
import { showSubscription } from '../resources/subscriptions';
import { addMessage, showTicket } from '../resources/tickets';
import type { Ticket } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';

/** What a button does; false when the object it is about is not there. */
type Action = (
	fields: Record<string, string | undefined>,
	context: PortalContext,
	request: Request,
) => boolean;

/** An action on the record that the form names. */
function on<T extends { id: string }>(
	recordsOf: (context: PortalContext) => T[],
	act: (record: T, context: PortalContext, request: Request) => void,
): Action {
	return (fields, context, request) => {
		const record = recordsOf(context).find(({ id }) => id === fields['id']);
		if (!record) return false;
		act(record, context, request);
		return true;
	};
}

/** Takes a record out of its list. */
function remove<T>(records: T[], record: T): void {
	records.splice(records.indexOf(record), 1);
}

const customers = ({ state }: PortalContext) => state.customers;
const invoices = ({ state }: PortalContext) => state.invoices;
const offers = ({ state }: PortalContext) => state.offers;
const paymentLinks = ({ state }: PortalContext) => state.paymentLinks;
const subscriptions = ({ state }: PortalContext) => state.subscriptions;
const tickets = ({ state }: PortalContext) => state.tickets;

/**
 * What customers, payment providers and colleagues do in the real portal, and the API cannot:
 * so that every kind of webhook can be seen at work.
 */
export const actions: Record<string, Action> = {
	'accept-offer': on(offers, (offer, context, request) => {
		const acceptedViaIp = request.ip ?? '127.0.0.1';
		const acceptedViaUserAgent = request.get('user-agent') ?? '';
		decideOffer(offer, { acceptedAt: atom(), acceptedViaIp, acceptedViaUserAgent }, context);
	}),
	'reject-offer': on(offers, (offer, context) =>
		decideOffer(offer, { rejectedAt: atom() }, context),
	),
	'delete-offer': on(offers, (offer, context) => {
		remove(context.state.offers, offer);
		context.announce('offer-deleted', showOffer(offer, context));
	}),
	'pay-invoice': on(invoices, (invoice, context) => payInvoice(invoice, atom(), context)),
	'charge-back-invoice': on(invoices, (invoice, context) => {
		invoice.paidAt = null;
		context.announce('invoice-chargeback', showInvoice(invoice, context));
	}),
	'delete-invoice': on(invoices, (invoice, context) => {
		remove(context.state.invoices, invoice);
		context.announce('invoice-deleted', showInvoice(invoice, context));
	}),
	'delete-customer': on(customers, (customer, context) => {
		remove(context.state.customers, customer);
		context.announce('customer-deleted', customer);
	}),
	'pay-payment-link': on(paymentLinks, (link, context) =>
		payPaymentLink(link, 'Jan de Vries', context),
	),
	'expire-payment-link': on(paymentLinks, (link, context) => {
		if (link.status === 'open') expirePaymentLink(link, context);
	}),
	'delete-subscription': on(subscriptions, (subscription, context) => {
		remove(context.state.subscriptions, subscription);
		context.announce('subscription-deleted', showSubscription(subscription));
	}),
	'charge-subscription': on(subscriptions, (subscription, context) => {
		const { id: subscriptionId, amount } = subscription;
		const payment = {
			id: newIdentifier('sbp'),
			amount,
			status: 'open' as const,
			createdAt: atom(),
		};
		subscription.payments.push(payment);
		context.announce('subscription-payment-created', { ...payment, subscriptionId });
	}),
	'pay-subscription': on(subscriptions, (subscription, context) => {
		const payment = subscription.payments.find(({ status }) => status === 'open');
		if (!payment) return;
		payment.status = 'paid';
		context.announce('subscription-payment-updated', {
			...payment,
			subscriptionId: subscription.id,
		});
	}),
	'answer-ticket': on(tickets, (ticket, context) =>
		addMessage(
			ticket,
			{ postedBy: 'Klant', isPostedByCustomer: true, message: '<p>Nog een vraag.</p>' },
			context,
		),
	),
	'open-ticket': (_fields, context) => {
		const customer = context.state.customers[0];
		const ticket: Ticket = {
			id: newIdentifier('tic'),
			customerId: customer?.id ?? null,
			title: 'Nieuwe vraag',
			source: 'portal',
			status: 'open',
			createdAt: atom(),
			messages: [
				{
					id: newIdentifier('tim'),
					postedBy: customer?.companyName ?? 'Klant',
					isPostedByCustomer: true,
					message: '<p>Kunt u mij helpen?</p>',
					postedAt: atom(),
					attachments: [],
				},
			],
		};
		context.state.tickets.push(ticket);
		context.announce('ticket-created', showTicket(ticket));
		return true;
	},
};
