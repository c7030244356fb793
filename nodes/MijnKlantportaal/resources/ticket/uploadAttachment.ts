import { inputFile } from '../../fields/file';
import { messageId, ticketId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/upload-attachment-to-ticket-message */
export const uploadAttachment: Operation = {
	name: 'Upload Attachment',
	value: 'uploadAttachment',
	action: 'Upload attachment to ticket message',
	description: 'Add a file to a message of a ticket, within 5 minutes after the message was made',
	method: 'POST',
	url: '/tickets/{ticketId}/message/{messageId}/attachment',
	scope: 'tickets.write',
	output: 'object',
	label: 'title',
	recovery: { kind: 'byPerson', noun: 'attachment', lookFor: ['attachment'] },
	fields: [ticketId, messageId, inputFile('attachment', { mustBePdf: false })],
};
