import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/payment-links-api/close-payment-link */
export const close: WriteOperation = {
	name: 'Close',
	value: 'close',
	action: 'Close payment link',
	description:
		'Let a payment link end, so that nobody can pay with it any more; one that is closed already counts as done',
	method: 'DELETE',
	url: '/payment-links/{linkId}',
	scope: 'paymentlinks.write',
	output: 'object',
	recovery: { kind: 'readBack', isDone: ({ status }) => status === 'closed' },
	fields: [idInPath(portalObjects.paymentLink)],
};
