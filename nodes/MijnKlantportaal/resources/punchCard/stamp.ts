import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';
import { wholeNumber } from '../../fields/numberFields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/stamp-an-issued-punch-card */
export const stamp: WriteOperation = {
	name: 'Stamp',
	value: 'stamp',
	action: 'Stamp issued punch card',
	description: 'Take punches off a card that a customer has',
	method: 'POST',
	url: '/punch-cards/{punchCardId}/issued/{issuedPunchCardId}/stamp',
	// The scope table names none for punch cards (docs/api-facts.md, Inferred).
	output: 'object',
	object: portalObjects.issuedPunchCard,
	recovery: {
		kind: 'none',
		reason: 'A card does not tell when punches were taken off.',
		noun: 'stamping',
		lookFor: ['stamps'],
	},
	fields: [
		idInPath(portalObjects.punchCard),
		idInPath(portalObjects.issuedPunchCard),
		wholeNumber({
			name: 'stamps',
			displayName: 'Stamps',
			description: 'Number of punches to take off',
			placeholder: 'e.g. 1',
			default: 1,
			// Not documented as required, but nobody should have to guess what is taken off without.
			required: true,
		}),
	],
};
