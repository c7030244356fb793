import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { idInPath } from '../../fields/locators';
import { changeRecovery } from '../changes';
import { checkPunchCard, sale } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/edit-punch-card */
export const update: WriteOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update punch card',
	description: 'Change whether a punch card is for sale, and at which price',
	method: 'PATCH',
	url: '/punch-cards/{punchCardId}',
	// The scope table names none for punch cards (docs/api-facts.md, Inferred).
	output: 'object',
	recovery: changeRecovery,
	check: checkPunchCard,
	fields: [
		idInPath(portalObjects.punchCard),
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
