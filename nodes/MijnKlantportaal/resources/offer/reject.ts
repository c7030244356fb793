import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { moment } from '../../fields/dateFields';
import { idInPath } from '../../fields/locators';
import { changeRecovery } from '../changes';
import { decision } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/mark-customer-offer-accepted-or-rejected */
export const reject: WriteOperation = {
	...decision,
	name: 'Reject',
	value: 'reject',
	action: 'Reject offer',
	description: 'Mark an offer as rejected, also in a connected bookkeeping integration',
	recovery: changeRecovery,
	fields: [
		idInPath(portalObjects.offer),
		moment({
			name: 'rejectedAt',
			displayName: 'Rejected At',
			description: 'When the offer was rejected, such as 2026-12-31 14:30:00 or {{ $now }}',
			default: '={{ $now }}',
			required: true,
		}),
	],
};
