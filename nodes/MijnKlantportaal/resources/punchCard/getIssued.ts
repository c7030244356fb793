import { issuedPunchCardId, punchCardId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/get-an-issued-punch-card */
export const getIssued: Operation = {
	name: 'Get Issued',
	value: 'getIssued',
	action: 'Get issued punch card',
	description: 'Retrieve a card that a customer has, with the punches left',
	method: 'GET',
	url: '/punch-cards/{punchCardId}/issued/{issuedPunchCardId}',
	// The scope table names none for punch cards (guide, 13.3).
	output: 'object',
	fields: [punchCardId, issuedPunchCardId],
};
