import { additionalFields } from '../../fields/collection';
import { offerId } from '../../fields/identifiers';
import { moment } from '../../fields/moment';
import type { Operation } from '../../execution/operation';
import { acceptedViaIp, acceptedViaUserAgent, decision } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/mark-customer-offer-accepted-or-rejected */
export const accept: Operation = {
	...decision,
	name: 'Accept',
	value: 'accept',
	action: 'Accept offer',
	description: 'Mark an offer as accepted, also in a connected bookkeeping integration',
	recovery: { kind: 'byId', isDone: (offer) => Boolean(offer.acceptedAt) },
	fields: [
		offerId,
		moment({
			name: 'acceptedAt',
			displayName: 'Accepted At',
			description: 'When the offer was accepted, such as 2026-12-31 14:30 or {{ $now }}',
			default: '={{ $now }}',
			required: true,
		}),
		additionalFields(acceptedViaIp, acceptedViaUserAgent),
	],
};
