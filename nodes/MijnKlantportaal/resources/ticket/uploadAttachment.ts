import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { inputFile } from '../../fields/fileFields';
import { idInPath, messageId } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/tickets-api/upload-attachment-to-ticket-message */
export const uploadAttachment: WriteOperation = {
	name: 'Upload Attachment',
	value: 'uploadAttachment',
	action: 'Upload attachment to ticket message',
	description: 'Add a file to a message of a ticket, within 5 minutes after the message was made',
	method: 'POST',
	url: '/tickets/{ticketId}/message/{messageId}/attachment',
	scope: 'tickets.write',
	output: 'object',
	recovery: {
		kind: 'none',
		reason: 'A message may have several attachments of that name.',
		noun: 'attachment',
		lookFor: ['attachment'],
	},
	fields: [
		idInPath(portalObjects.ticket),
		messageId,
		inputFile('attachment', {
			mustBePdf: false,
			content: 'the file, which the customer sees below that message of the ticket',
		}),
	],
};
