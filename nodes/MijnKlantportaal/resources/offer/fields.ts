import type { WriteOperation } from '../../execution/operation';
import { day, issuedAt } from '../../fields/dateFields';
import { text } from '../../fields/textFields';

export const offerNumber = text({
	name: 'offerNumber',
	displayName: 'Offer Number',
	description: 'Number of the offer, as it stands on the offer',
	placeholder: 'e.g. 2026-001',
	required: true,
});

export const offerDate = issuedAt('Offer Date');

export const expiresAt = day({
	name: 'expiresAt',
	displayName: 'Valid Until',
	description:
		'Last date on which the offer can be accepted. As an expression it may also be 31-12-2026 or {{ $today.plus(30, "days") }}.',
	required: true,
});

export const acceptedViaIp = text({
	name: 'acceptedViaIp',
	displayName: 'Accepted Via IP',
	description: 'IP address from which the offer was accepted, when it is known',
	placeholder: 'e.g. 203.0.113.7',
});

export const acceptedViaUserAgent = text({
	name: 'acceptedViaUserAgent',
	displayName: 'Accepted Via User Agent',
	description: 'User agent of the browser in which the offer was accepted, when it is known',
	placeholder: 'e.g. Mozilla/5.0 (X11; Linux x86_64)',
});

/** What both ways to create an offer have in common. */
export const creation = {
	method: 'POST',
	scope: 'offers.write',
	output: 'object',
	recovery: {
		kind: 'search',
		match: ['offerNumber', 'customerId'],
		fit: ['issuedAt'],
	},
	existing: { key: ['offerNumber', 'customerId'], agreeing: ['issuedAt', 'expiresAt'] },
} as const satisfies Partial<WriteOperation>;

/** What accepting and rejecting an offer have in common. */
export const decision = {
	method: 'PATCH',
	url: '/customer-offers/{offerId}',
	scope: 'offers.write',
	output: 'object',
} as const satisfies Partial<WriteOperation>;

/** What Simplify keeps of an offer: not the signature image, the browser and the addresses. */
export const simplified = [
	'id',
	'customerId',
	'offerNumber',
	'issuedAt',
	'expiresAt',
	'currency',
	'amount',
	'acceptedAt',
	'rejectedAt',
	'createdAt',
];
