import { offerId } from '../../fields/identifiers';
import { moment } from '../../fields/moment';
import type { Operation } from '../../execution/operation';
import { decision } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/mark-customer-offer-accepted-or-rejected */
export const reject: Operation = {
	...decision,
	name: 'Reject',
	value: 'reject',
	action: 'Reject offer',
	description: 'Mark an offer as rejected, also in a connected bookkeeping integration',
	recovery: { kind: 'byId', isDone: (offer) => Boolean(offer.rejectedAt) },
	fields: [
		offerId,
		moment({
			name: 'rejectedAt',
			displayName: 'Rejected At',
			description: 'When the offer was rejected, such as 2026-12-31 14:30 or {{ $now }}',
			default: '={{ $now }}',
			required: true,
		}),
	],
};
