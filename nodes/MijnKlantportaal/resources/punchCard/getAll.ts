import { paging } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../execution/operation';
import { simplified } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/list-punch-cards */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many punch cards',
	description: 'Retrieve a list of punch cards',
	method: 'GET',
	url: '/punch-cards',
	// The scope table names none for punch cards (guide, 13.3).
	output: 'list',
	simplified,
	fields: [...paging, simplify],
};
