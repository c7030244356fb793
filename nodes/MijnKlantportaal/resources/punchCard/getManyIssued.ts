import { punchCardId } from '../../fields/identifiers';
import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/list-issued-cards-for-punch-card */
export const getManyIssued: Operation = {
	name: 'Get Many Issued',
	value: 'getManyIssued',
	action: 'Get many issued punch cards',
	description: 'Retrieve the cards of one kind that customers have',
	method: 'GET',
	url: '/punch-cards/{punchCardId}/issued',
	// The scope table names none for punch cards (guide, 13.3).
	output: 'list',
	fields: [punchCardId, ...paging],
};
