import { punchCardId } from '../../fields/identifiers';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/get-punch-card */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get punch card',
	description: 'Retrieve a punch card, with its price and number of punches',
	method: 'GET',
	url: '/punch-cards/{punchCardId}',
	// The scope table names none for punch cards (guide, 13.3).
	output: 'object',
	simplified,
	fields: [punchCardId, simplify],
};
