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
	 * - `content`: it may happen again soon, so the body has to say what changed.
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
	once('appointment-canceled', 'Appointment Canceled', appointment),
	once('appointment-created', 'Appointment Created', appointment),
	once('customer-created', 'Customer Created', customer),
	once('customer-deleted', 'Customer Deleted', customer),
	once('invoice-chargeback', 'Invoice Charged Back', invoice),
	once('invoice-created', 'Invoice Created', invoice),
	once('invoice-deleted', 'Invoice Deleted', invoice),
	once('invoice-paid', 'Invoice Paid', invoice),
	once('offer-accepted', 'Offer Accepted', offer),
	once('offer-created', 'Offer Created', offer),
	once('offer-deleted', 'Offer Deleted', offer),
	once('offer-rejected', 'Offer Rejected', offer),
	once('payment-link-created', 'Payment Link Created', paymentLink),
	once('payment-link-expired', 'Payment Link Expired', paymentLink),
	// A reusable link is paid by many, and two of them may pay the same.
	again('payment-link-paid', 'Payment Link Paid', paymentLink, 'nothing'),
	once('subscription-created', 'Subscription Created', subscription),
	once('subscription-deleted', 'Subscription Deleted', subscription),
	again('subscription-payment-created', 'Subscription Payment Created', subscription, 'content'),
	again('subscription-payment-updated', 'Subscription Payment Updated', subscription, 'content'),
	again('subscription-updated', 'Subscription Updated', subscription, 'content'),
	once('ticket-created', 'Ticket Created', ticket),
	again('ticket-reply-customer', 'Ticket Reply From Customer', ticket, 'message'),
	again('ticket-reply-employee', 'Ticket Reply From Employee', ticket, 'message'),
];

/** The event with that name in the API, if there is one. */
export function eventOf(type: unknown): PortalEvent | undefined {
	return events.find((event) => event.type === type);
}

/** The events as choices on the canvas. */
export const eventOptions = events.map(({ type, name }) => ({ name, value: type }));

function once(type: string, name: string, object: PortalObject): PortalEvent {
	return { type, name, object, recognisedBy: 'object' };
}

function again(
	type: string,
	name: string,
	object: PortalObject,
	recognisedBy: Exclude<PortalEvent['recognisedBy'], 'object'>,
): PortalEvent {
	return { type, name, object, recognisedBy };
}
