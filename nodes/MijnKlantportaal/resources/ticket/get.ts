import { ticketId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/get-ticket-record */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get ticket',
	description: 'Retrieve a ticket with all of its messages',
	method: 'GET',
	url: '/tickets/{ticketId}',
	scope: 'tickets.read',
	output: 'object',
	fields: [ticketId],
};
