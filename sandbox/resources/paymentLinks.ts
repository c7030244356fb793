import { invalid } from '../errors';
import type { PaymentLink, PaymentLinkPayment } from '../records';
import { newIdentifier, newSecret } from '../values/identifiers';
import { atom, atomOf } from '../values/moments';
import {
	created,
	listed,
	named,
	ok,
	type Operations,
	type OperationRequest,
	type PortalContext,
} from './operation';

/** A payment link as the API answers it. */
function showPaymentLink(link: PaymentLink, context: PortalContext): object {
	const address = `${context.settings.publicUrl}/payment-link/${link.id}`;
	return {
		...link,
		currency: 'EUR',
		// Documented: null once the link can no longer be used.
		checkoutUrl: link.status === 'open' ? address : null,
	};
}

const showPayment = (payment: PaymentLinkPayment): object => ({ ...payment, currency: 'EUR' });

/** Lets an open link expire and tells the webhooks. */
export function expirePaymentLink(link: PaymentLink, context: PortalContext): void {
	link.status = 'expired';
	context.announce('payment-link-expired', showPaymentLink(link, context));
}

/** The links, with those expired whose time has come since somebody last looked. */
function currentLinks(context: PortalContext): PaymentLink[] {
	for (const link of context.state.paymentLinks) {
		const isOver = link.expiresAt !== null && Date.parse(link.expiresAt) < Date.now();
		if (link.status === 'open' && isOver) expirePaymentLink(link, context);
	}
	return context.state.paymentLinks;
}

function namedLink(request: OperationRequest, context: PortalContext): PaymentLink {
	return named(currentLinks(context), request, 'linkId', 'payment link');
}

/** Pays a link as a customer would; only an open link can be paid. */
export function payPaymentLink(
	link: PaymentLink,
	payersName: string,
	context: PortalContext,
): void {
	if (link.status !== 'open') return;
	context.state.paymentLinkPayments.push({
		id: newIdentifier('plp'),
		paymentLinkId: link.id,
		amount: link.amount,
		status: 'paid',
		payersName,
		integration: 'mollie',
		integrationId: `tr_${newSecret(10)}`,
		createdAt: atom(),
	});
	if (!link.reusable) link.status = 'paid';
	context.announce('payment-link-paid', showPaymentLink(link, context));
}

export const paymentLinks: Operations = {
	'list-payment-links': (request, context) =>
		listed(request, context, currentLinks(context), (link) => showPaymentLink(link, context)),

	'create-payment-link': (request, context) => {
		const body = request.body as {
			description: string;
			amount: string;
			expiresAt?: string;
			reusable?: boolean;
		};
		const link: PaymentLink = {
			id: newIdentifier('plk'),
			description: body.description,
			amount: body.amount,
			reusable: body.reusable ?? false,
			// "Date after which the link stops working": it works on that day.
			expiresAt: body.expiresAt ? atomOf(`${body.expiresAt} 23:59:59`) : null,
			status: 'open',
			createdAt: atom(),
		};
		context.state.paymentLinks.push(link);
		context.announce('payment-link-created', showPaymentLink(link, context));
		return created(showPaymentLink(link, context));
	},

	'get-payment-link': (request, context) =>
		ok(showPaymentLink(namedLink(request, context), context)),

	'close-payment-link': (request, context) => {
		const link = namedLink(request, context);
		if (link.status !== 'open') throw invalid('The payment link is not open any more.');
		link.status = 'closed';
		return ok(showPaymentLink(link, context));
	},

	'list-payment-link-payment': (request, context) => {
		const { id } = namedLink(request, context);
		const payments = context.state.paymentLinkPayments.filter(
			({ paymentLinkId }) => paymentLinkId === id,
		);
		return listed(request, context, payments, showPayment);
	},
};
