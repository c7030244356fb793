import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { created, inState, ofCustomer, withText } from '../../fields/listFilters';
import { getMany, getOne } from '../reading';
import { close } from './close';
import { reply } from './reply';
import { uploadAttachment } from './uploadAttachment';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/get-ticket-record */
const get = getOne(portalObjects.ticket, {
	description: 'Retrieve a ticket with all of its messages',
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/list-ticket-records */
const getAll = getMany(portalObjects.ticket, {
	description: 'Retrieve a list of tickets, without their messages',
	narrowedBy: [
		...created,
		ofCustomer,
		inState('Only what is in this state', [
			{ name: 'Closed', value: 'closed' },
			{ name: 'Open', value: 'open' },
		]),
		withText(['title'], 'the title'),
	],
});

export const ticket: Resource = {
	value: 'ticket',
	object: portalObjects.ticket,
	operations: [close, get, getAll, reply, uploadAttachment],
};
