import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { moment } from '../../fields/dateFields';
import { idInPath } from '../../fields/locators';
import { changeRecovery } from '../changes';
import { acceptedViaIp, acceptedViaUserAgent, decision } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/mark-customer-offer-accepted-or-rejected */
export const accept: WriteOperation = {
	...decision,
	name: 'Accept',
	value: 'accept',
	action: 'Accept offer',
	description: 'Mark an offer as accepted, also in a connected bookkeeping integration',
	recovery: changeRecovery,
	fields: [
		idInPath(portalObjects.offer),
		moment({
			name: 'acceptedAt',
			displayName: 'Accepted At',
			description: 'When the offer was accepted, such as 2026-12-31 14:30:00 or {{ $now }}',
			default: '={{ $now }}',
			required: true,
		}),
		additionalFields(acceptedViaIp, acceptedViaUserAgent),
	],
};
