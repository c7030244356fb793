import { ApiError, invalid, notFound } from '../errors';
import type { Ticket, TicketMessage } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import {
	listed,
	named,
	ok,
	uploadedFile,
	type Operation,
	type Operations,
	type OperationRequest,
	type PortalContext,
} from './operation';

const attachmentMilliseconds = 5 * 60 * 1000;

function showInList({ messages: _messages, ...ticket }: Ticket): object {
	return ticket;
}

/** A ticket with its messages, as the API answers it. */
export function showTicket(ticket: Ticket): object {
	return {
		...ticket,
		messages: ticket.messages.map((message) => ({
			...message,
			attachments: message.attachments.map(({ id, file }) => ({
				id,
				name: file.fileName,
				size: file.bytes.length,
				mime: file.mimeType,
			})),
		})),
	};
}

/** Adds a message to a ticket, which opens a closed one again. */
export function addMessage(
	ticket: Ticket,
	message: Pick<TicketMessage, 'postedBy' | 'isPostedByCustomer' | 'message'>,
	context: PortalContext,
): void {
	ticket.messages.push({
		...message,
		id: newIdentifier('tim'),
		postedAt: atom(),
		attachments: [],
	});
	ticket.status = 'open';
	context.announce(
		message.isPostedByCustomer ? 'ticket-reply-customer' : 'ticket-reply-employee',
		showTicket(ticket),
	);
}

function namedTicket(request: OperationRequest, { state }: PortalContext): Ticket {
	return named(state.tickets, request, 'ticketId', 'ticket');
}

/** Every operation on tickets needs a licence that includes them. */
function licensed(operation: Operation): Operation {
	return (request, context) => {
		if (!context.settings.ticketing) {
			throw new ApiError(426, 'Ticketing is not included in your license.');
		}
		return operation(request, context);
	};
}

export const tickets: Operations = {
	'list-tickets': licensed((request, context) =>
		listed(request, context, context.state.tickets, showInList),
	),

	'get-ticket': licensed((request, context) => ok(showTicket(namedTicket(request, context)))),

	'add-message-to-the-ticket': licensed((request, context) => {
		const ticket = namedTicket(request, context);
		if (ticket.source === 'chat') {
			throw invalid('A ticket from live chat cannot be answered through the API.');
		}
		const { message } = request.body as { message: string };
		addMessage(ticket, { postedBy: 'Medewerker', isPostedByCustomer: false, message }, context);
		return ok(showTicket(ticket));
	}),

	'close-ticket': licensed((request, context) => {
		const ticket = namedTicket(request, context);
		if (ticket.status === 'closed') throw invalid('The ticket is closed already.');
		ticket.status = 'closed';
		return ok(showTicket(ticket));
	}),

	'upload-attachment-to-ticket-message': licensed((request, context) => {
		const ticket = namedTicket(request, context);
		const message = ticket.messages.find(({ id }) => id === request.parameters['messageId']);
		if (!message) throw notFound('message');
		if (ticket.source === 'chat') {
			throw invalid('A ticket from live chat takes no attachments through the API.');
		}
		if (Date.now() - Date.parse(message.postedAt) > attachmentMilliseconds) {
			throw invalid('An attachment can be added within 5 minutes after the message only.');
		}
		message.attachments.push({
			id: newIdentifier('tma'),
			file: uploadedFile(request, 'attachment'),
		});
		return ok(showTicket(ticket));
	}),
};
