import '../fastClock';
import { byId, itemWithFile, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

const onTicket = (operation: string, ticketId: string) => ({
	resource: 'ticket',
	operation,
	ticketId: byId(ticketId),
});

testOperations(fixture, [
	{
		name: 'Get reads the messages too',
		given: ({ tickets }) => onTicket('get', firstId(tickets)),
		method: 'GET',
		path: '/tickets/{}',
		output: [{ title: 'Vraag over factuur', messages: [expect.anything()] }],
	},
	{
		name: 'Get Many reads up to the limit',
		given: () => ({ resource: 'ticket', operation: 'getAll', limit: 1 }),
		method: 'GET',
		path: '/tickets',
		output: [{ status: 'open' }],
	},
	{
		name: 'Reply sends the message',
		given: ({ tickets }) => ({ ...onTicket('reply', firstId(tickets)), message: '<p>Ja.</p>' }),
		method: 'POST',
		path: '/tickets/{}',
		body: { message: '<p>Ja.</p>' },
		output: [{ messages: [expect.anything(), expect.objectContaining({ message: '<p>Ja.</p>' })] }],
	},
	{
		name: 'Close sends no body',
		given: ({ tickets }) => onTicket('close', firstId(tickets)),
		method: 'PATCH',
		path: '/tickets/{}',
		output: [{ status: 'closed' }],
	},
	{
		name: 'Upload Attachment sends the file',
		given: ({ tickets: [ticket] }) => {
			const message = ticket?.messages[0];
			if (message) message.postedAt = new Date().toISOString();
			return {
				...onTicket('uploadAttachment', String(ticket?.id)),
				messageId: byId(String(message?.id)),
			};
		},
		items: [itemWithFile(Buffer.from('a,b'), { fileName: 'lijst.csv', mimeType: 'text/csv' })],
		method: 'POST',
		path: '/tickets/{}/message/{}/attachment',
		output: [
			{
				messages: [
					expect.objectContaining({
						attachments: [
							expect.objectContaining({ name: 'lijst.csv', mime: 'text/csv', size: 3 }),
						],
					}),
				],
			},
		],
	},
]);

testRefusals(fixture, { ...onTicket('reply', 'tic_1'), message: 'Ja' }, [
	[
		{ message: '={{ "" }}' },
		'Message is empty',
		'Fill it in, or check the expression that should fill it.',
	],
	[
		{ ticketId: byId('={{ 1 + "" }}') },
		'Ticket is not the ID of a ticket: "1", where tic_… was expected',
		'Use the ID of a ticket, such as tic_abc12345def678.',
	],
]);

it('Reply is not sent again when its answer gets lost', async () => {
	fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
	const id = firstId(fixture.portal.state.tickets);
	const { error } = await fixture.run({ parameters: { ...onTicket('reply', id), message: 'Ja' } });
	expect(fixture.portal.state.tickets[0]?.messages).toHaveLength(2);
	expect(error?.description).toBe(
		'A ticket may hold the same answer twice. Look in the portal for the answer with message Ja before running this item again, so that nothing is done twice.',
	);
}, 20_000);
