import { choice } from '../../fields/choice';

/** The complete list of the documentation (guide, Webhooks). */
const EVENT_TYPES = [
	{ name: 'Appointment Canceled', value: 'appointment-canceled' },
	{ name: 'Appointment Created', value: 'appointment-created' },
	{ name: 'Customer Created', value: 'customer-created' },
	{ name: 'Customer Deleted', value: 'customer-deleted' },
	{ name: 'Invoice Chargeback', value: 'invoice-chargeback' },
	{ name: 'Invoice Created', value: 'invoice-created' },
	{ name: 'Invoice Deleted', value: 'invoice-deleted' },
	{ name: 'Invoice Paid', value: 'invoice-paid' },
	{ name: 'Offer Accepted', value: 'offer-accepted' },
	{ name: 'Offer Created', value: 'offer-created' },
	{ name: 'Offer Deleted', value: 'offer-deleted' },
	{ name: 'Offer Rejected', value: 'offer-rejected' },
	{ name: 'Payment Link Created', value: 'payment-link-created' },
	{ name: 'Payment Link Expired', value: 'payment-link-expired' },
	{ name: 'Payment Link Paid', value: 'payment-link-paid' },
	{ name: 'Subscription Created', value: 'subscription-created' },
	{ name: 'Subscription Deleted', value: 'subscription-deleted' },
	{ name: 'Subscription Payment Created', value: 'subscription-payment-created' },
	{ name: 'Subscription Payment Updated', value: 'subscription-payment-updated' },
	{ name: 'Subscription Updated', value: 'subscription-updated' },
	{ name: 'Ticket Created', value: 'ticket-created' },
	{ name: 'Ticket Reply Customer', value: 'ticket-reply-customer' },
	{ name: 'Ticket Reply Employee', value: 'ticket-reply-employee' },
];

/** What MijnKlantportaal calls the webhook for. */
export const type = choice({
	name: 'type',
	displayName: 'Type',
	description: 'The event to be told of, such as invoice-paid; one for each webhook',
	options: EVENT_TYPES,
	default: 'invoice-paid',
	required: true,
});
