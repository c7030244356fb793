import { ticketId } from '../../fields/identifiers';
import { text } from '../../fields/text';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/add-message-to-the-ticket */
export const reply: Operation = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to ticket',
	description:
		'Answer a ticket; a closed one opens again, and one from live chat cannot be answered',
	method: 'POST',
	url: '/tickets/{ticketId}',
	scope: 'tickets.write',
	output: 'object',
	label: 'title',
	fields: [
		ticketId,
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
