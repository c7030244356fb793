import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';
import { text } from '../../fields/textFields';
import { isAnswered } from './ownMessage';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/add-message-to-the-ticket */
export const reply: WriteOperation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to ticket',
	description:
		'Answer a ticket; a closed one opens again, and one from live chat cannot be answered',
	method: 'POST',
	url: '/tickets/{ticketId}',
	scope: 'tickets.write',
	output: 'object',
	recovery: { kind: 'readBack', isDone: isAnswered, adds: 'answer', lookFor: ['message'] },
	fields: [
		idInPath(portalObjects.ticket),
		text({
			name: 'message',
			displayName: 'Message',
			description: 'Text of the answer, plain or HTML',
			placeholder: 'e.g. We look into it.',
			rows: 5,
			required: true,
		}),
	],
};
