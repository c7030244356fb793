import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/list-ticket-records */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tickets',
	description: 'Retrieve a list of tickets, without their messages',
	method: 'GET',
	url: '/tickets',
	scope: 'tickets.read',
	output: 'list',
	fields: paging,
};
