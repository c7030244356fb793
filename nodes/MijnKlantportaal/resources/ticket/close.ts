import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/close-the-ticket */
export const close: WriteOperation = {
	name: 'Close',
	value: 'close',
	action: 'Close ticket',
	description:
		'Close a ticket, which counts as done where it is closed already; an answer opens it again',
	method: 'PATCH',
	url: '/tickets/{ticketId}',
	scope: 'tickets.write',
	output: 'object',
	recovery: { kind: 'readBack', isDone: ({ status }) => status === 'closed' },
	fields: [idInPath(portalObjects.ticket)],
};
