import { drawDocument } from '../documents';
import { invalid } from '../errors';
import type { CustomerOffer, Line } from '../records';
import { totalInclVat } from '../values/amounts';
import { newIdentifier } from '../values/identifiers';
import { atom, atomOf } from '../values/moments';
import {
	created,
	customerLink,
	customerOf,
	listed,
	named,
	ok,
	uploadedPdf,
	type Operations,
	type PortalContext,
} from './operation';

interface Decision {
	acceptedAt?: string;
	acceptedViaIp?: string;
	acceptedViaUserAgent?: string;
	rejectedAt?: string;
}

interface OfferFields extends Decision {
	customerId: string;
	offerNumber: string;
	issuedAt: string;
	expiresAt: string;
	sendNotification?: boolean;
}

/** An offer as the API answers it. */
export function showOffer(offer: CustomerOffer, context: PortalContext): object {
	const { sendNotification: _notification, lines: _lines, pdf: _pdf, createdAt, ...fields } = offer;
	return {
		...fields,
		currency: 'EUR',
		createdAt,
		links: { customer: customerLink(context, offer.customerId) },
	};
}

/** Accepts or rejects an offer and tells the webhooks; the moments are ATOM texts. */
export function decideOffer(
	offer: CustomerOffer,
	decision: Decision,
	context: PortalContext,
): void {
	const { acceptedAt = null, rejectedAt = null } = decision;
	const wasAccepted = offer.acceptedAt !== null;
	const wasRejected = offer.rejectedAt !== null;
	offer.acceptedAt = acceptedAt;
	// Documented: these two are ignored without acceptedAt.
	offer.acceptedViaIp = acceptedAt ? (decision.acceptedViaIp ?? null) : null;
	offer.acceptedViaUserAgent = acceptedAt ? (decision.acceptedViaUserAgent ?? null) : null;
	offer.rejectedAt = rejectedAt;
	if (acceptedAt && !wasAccepted) context.announce('offer-accepted', showOffer(offer, context));
	if (rejectedAt && !wasRejected) context.announce('offer-rejected', showOffer(offer, context));
}

function refuseBoth({ acceptedAt, rejectedAt }: Decision): void {
	if (acceptedAt && rejectedAt) {
		throw invalid('The rejectedAt field is prohibited when acceptedAt is present.');
	}
}

/** The moments of a decision, from the local time of the request to ATOM. */
function decisionOf(body: Decision): Decision {
	return {
		...body,
		acceptedAt: body.acceptedAt ? atomOf(body.acceptedAt) : undefined,
		rejectedAt: body.rejectedAt ? atomOf(body.rejectedAt) : undefined,
	};
}

function addOffer(
	body: OfferFields,
	content: Pick<CustomerOffer, 'amount' | 'lines' | 'pdf'>,
	context: PortalContext,
): object {
	const offer: CustomerOffer = {
		id: newIdentifier('off'),
		customerId: body.customerId,
		offerNumber: body.offerNumber,
		issuedAt: body.issuedAt,
		expiresAt: body.expiresAt,
		acceptedAt: null,
		acceptedViaIp: null,
		acceptedViaUserAgent: null,
		acceptanceSignature: null,
		rejectedAt: null,
		createdAt: atom(),
		sendNotification: body.sendNotification ?? false,
		...content,
	};
	context.state.offers.push(offer);
	context.announce('offer-created', showOffer(offer, context));
	decideOffer(offer, decisionOf(body), context);
	return showOffer(offer, context);
}

export const customerOffers: Operations = {
	'list-customer-offers': (request, context) =>
		listed(request, context, context.state.offers, (offer) => showOffer(offer, context)),

	'create-customer-offer': (request, context) => {
		const body = request.body as OfferFields & { amount: string };
		refuseBoth(body);
		customerOf(context, body.customerId);
		const pdf = uploadedPdf(request, 'pdf');
		return created(addOffer(body, { amount: body.amount, lines: [], pdf }, context));
	},

	'create-customer-offer-manual': async (request, context) => {
		const body = request.body as OfferFields & { lines: Partial<Line>[] };
		const customer = customerOf(context, body.customerId);
		const lines = body.lines.map(completeLine);
		const amount = totalInclVat(lines);
		const pdf = await drawDocument({
			title: 'Offerte',
			number: body.offerNumber,
			issuedAt: body.issuedAt,
			customer,
			lines,
			total: amount,
		});
		return created(addOffer(body, { amount, lines, pdf }, context));
	},

	'get-customer-offer': (request, context) =>
		ok(showOffer(named(context.state.offers, request, 'offerId', 'offer'), context)),

	'mark-customer-offer-accepted-or-rejected': (request, context) => {
		const offer = named(context.state.offers, request, 'offerId', 'offer');
		const body = request.body as Decision;
		refuseBoth(body);
		if (!body.acceptedAt && !body.rejectedAt) {
			throw invalid('The acceptedAt field is required when rejectedAt is not present.');
		}
		decideOffer(offer, decisionOf(body), context);
		return ok(showOffer(offer, context));
	},
};

/**
 * The documentation shows no required flags and no VAT rates for the lines of an offer; those of
 * invoice lines are the only ones that can be added up, so they are asked here as well.
 */
function completeLine({ description, amountExclVat, vatRate }: Partial<Line>, index: number): Line {
	const field = `lines.${index}`;
	if (!description) throw invalid(`The ${field}.description field is required.`);
	if (!amountExclVat) throw invalid(`The ${field}.amountExclVat field is required.`);
	if (vatRate === undefined) throw invalid(`The ${field}.vatRate field is required.`);
	if (![0, 9, 21].includes(vatRate)) throw invalid(`The selected ${field}.vatRate is invalid.`);
	return { description, amountExclVat, vatRate };
}
