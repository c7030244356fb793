import { paymentLinkId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/close-payment-link */
export const close: Operation = {
	name: 'Close',
	value: 'close',
	action: 'Close payment link',
	description: 'Let a payment link end, so that nobody can pay with it any more',
	method: 'DELETE',
	url: '/payment-links/{linkId}',
	scope: 'paymentlinks.write',
	output: 'object',
	label: 'description',
	recovery: { kind: 'byId', isDone: ({ status }) => status === 'closed' },
	fields: [paymentLinkId],
};
