import { issuedPunchCardId, punchCardId } from '../../fields/identifiers';
import { wholeNumber } from '../../fields/wholeNumber';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/stamp-an-issued-punch-card */
export const stamp: Operation = {
	name: 'Stamp',
	value: 'stamp',
	action: 'Stamp issued punch card',
	description: 'Take punches off a card that a customer has',
	method: 'POST',
	url: '/punch-cards/{punchCardId}/issued/{issuedPunchCardId}/stamp',
	// The scope table names none for punch cards (guide, 13.3).
	output: 'object',
	label: 'punchesLeft',
	fields: [
		punchCardId,
		issuedPunchCardId,
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
