import { flag } from '../../fields/flag';
import { punchCardId } from '../../fields/identifiers';
import { changeRecovery } from '../changes';
import type { Operation } from '../../execution/operation';
import { checkPunchCard, sale } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/edit-punch-card */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update punch card',
	description: 'Change whether a punch card is for sale, and at which price',
	method: 'PATCH',
	url: '/punch-cards/{punchCardId}',
	// The scope table names none for punch cards (guide, 13.3).
	output: 'object',
	label: 'name',
	recovery: changeRecovery,
	check: checkPunchCard,
	fields: [
		punchCardId,
		flag({
			name: 'forSale',
			displayName: 'For Sale',
			description: 'Whether customers can buy the card in the portal',
			default: true,
			required: true,
		}),
		...sale,
	],
};
