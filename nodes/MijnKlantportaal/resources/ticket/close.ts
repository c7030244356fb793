import { ticketId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/close-the-ticket */
export const close: Operation = {
	name: 'Close',
	value: 'close',
	action: 'Close ticket',
	description: 'Close a ticket; an answer opens it again',
	method: 'PATCH',
	url: '/tickets/{ticketId}',
	scope: 'tickets.write',
	output: 'object',
	label: 'title',
	recovery: { kind: 'byId', isDone: ({ status }) => status === 'closed' },
	fields: [ticketId],
};
