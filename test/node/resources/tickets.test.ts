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

describe('Reply whose answer gets lost', () => {
	const answer = async (message = 'Ja & <b>nee</b>', items = 1) =>
		await fixture.run({
			parameters: { ...onTicket('reply', firstId(fixture.portal.state.tickets)), message },
			items: Array.from({ length: items }, () => ({ json: {} })),
			settings: { onError: 'continueRegularOutput' },
		});
	const texts = () => fixture.portal.state.tickets[0]?.messages.map(({ message }) => message);

	it('is found in the ticket and not sent again', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		const { items } = await answer();
		expect(items[0]?.json).toMatchObject({ id: firstId(fixture.portal.state.tickets) });
		expect(texts()).toHaveLength(2);
	});

	it('is sent again when the ticket does not show it', async () => {
		fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST' });
		const { items } = await answer();
		expect(items[0]?.json.error).toBeUndefined();
		expect(texts()).toHaveLength(2);
	});

	it('is told from others of the same text', async () => {
		await answer();
		fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST' });
		await answer();
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		await answer();
		expect(texts()).toHaveLength(4);
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST', times: 2 });
		fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST' });
		const { items } = await answer('Ja & <b>nee</b>', 6);
		expect(items.filter(({ json }) => json.error === undefined)).toHaveLength(6);
		expect(texts()).toHaveLength(10);
	});

	it.each(['continueRegularOutput', 'stopWorkflow'] as const)(
		'is told from others of the same moment whose answers got lost as well: %s',
		async (onError) => {
			// The first tells that there is place for the others at once.
			fixture.portal.misbehave({ kind: 'slow', milliseconds: 0, method: 'POST' });
			fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST' });
			fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST', times: 2 });
			const { items, error } = await fixture.run({
				parameters: {
					...onTicket('reply', firstId(fixture.portal.state.tickets)),
					message: '={{ $json.text }}',
				},
				items: ['Een', 'Twee', 'Drie', 'Vier'].map((text) => ({ json: { text } })),
				settings: { onError },
			});
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.error)).toEqual(Array(4).fill(undefined));
			expect(texts()?.slice(1).sort()).toEqual(['Drie', 'Een', 'Twee', 'Vier']);
		},
	);

	it('is in doubt where a message of that moment reads differently', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		const running = answer('Ja');
		while (texts()?.length !== 2) await new Promise(setImmediate);
		const made = fixture.portal.state.tickets[0]?.messages[1];
		if (made) made.message = 'Jaha';
		const { items } = await running;
		expect(items[0]?.json.error).toContain('Whether the request was carried out is unknown');
		expect(texts()).toHaveLength(2);
	});

	it('is in doubt where the ticket cannot be read', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		fixture.portal.misbehave({ kind: 'status', status: 403, method: 'GET', times: 9 });
		const { items } = await answer('Ja');
		expect(items[0]?.json.error).toContain('Whether the request was carried out is unknown');
		expect(texts()).toHaveLength(2);
	});
});
