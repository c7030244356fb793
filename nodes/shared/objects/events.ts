import type { PortalObject } from './portalObject';
import { portalObjects } from './portalObjects';

/** Something that happens in the portal and that the API tells of by a call to a webhook. */
export interface PortalEvent {
	/** Name in the API. */
	type: string;
	/** Name on the canvas. */
	name: string;
	/** What it happens to. Payments of a subscription have no reading of their own. */
	object: PortalObject;
	/**
	 * How two calls with the same body are known to be about one and the same event.
	 * - `object`: it happens once to an object, so the identifier of the object is enough.
	 * - `message`: it happens once to a message, so the identifier of the message has to be there.
	 * - `content`: it may happen again soon, so the body has to say more than to which object.
	 * - `nothing`: it may happen again at once with the same body, so no call is taken for a repeat.
	 */
	recognisedBy: 'object' | 'message' | 'content' | 'nothing';
}

const { appointment, customer, invoice, offer, paymentLink, subscription, ticket } = portalObjects;

/**
 * The complete list of the API, by name (docs/api-facts.md, Webhooks;
 * https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/create-webhook-record).
 */
export const events: readonly PortalEvent[] = [
	on('appointment-canceled', 'Appointment Canceled', appointment, 'content'),
	on('appointment-created', 'Appointment Created', appointment),
	on('customer-created', 'Customer Created', customer),
	on('customer-deleted', 'Customer Deleted', customer),
	on('invoice-chargeback', 'Invoice Charged Back', invoice, 'content'),
	on('invoice-created', 'Invoice Created', invoice),
	on('invoice-deleted', 'Invoice Deleted', invoice),
	on('invoice-paid', 'Invoice Paid', invoice, 'content'),
	on('offer-accepted', 'Offer Accepted', offer, 'content'),
	on('offer-created', 'Offer Created', offer),
	on('offer-deleted', 'Offer Deleted', offer),
	on('offer-rejected', 'Offer Rejected', offer, 'content'),
	on('payment-link-created', 'Payment Link Created', paymentLink),
	on('payment-link-expired', 'Payment Link Expired', paymentLink),
	// A reusable link is paid by many, and two of them may pay the same.
	on('payment-link-paid', 'Payment Link Paid', paymentLink, 'nothing'),
	on('subscription-created', 'Subscription Created', subscription),
	on('subscription-deleted', 'Subscription Deleted', subscription),
	on('subscription-payment-created', 'Subscription Payment Created', subscription, 'content'),
	on('subscription-payment-updated', 'Subscription Payment Updated', subscription, 'content'),
	on('subscription-updated', 'Subscription Updated', subscription, 'content'),
	on('ticket-created', 'Ticket Created', ticket),
	on('ticket-reply-customer', 'Ticket Reply From Customer', ticket, 'message'),
	on('ticket-reply-employee', 'Ticket Reply From Employee', ticket, 'message'),
];

/** The event with that name in the API, if there is one. */
export function eventOf(type: unknown): PortalEvent | undefined {
	return events.find((event) => event.type === type);
}

/** The events as choices on the canvas. */
export const eventOptions = events.map(({ type, name }) => ({ name, value: type }));

/** Most events happen once to an object. */
function on(
	type: string,
	name: string,
	object: PortalObject,
	recognisedBy: PortalEvent['recognisedBy'] = 'object',
): PortalEvent {
	return { type, name, object, recognisedBy };
}
