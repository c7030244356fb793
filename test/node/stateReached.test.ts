import './fastClock';
import type { INodeParameters } from 'n8n-workflow';
import type { PortalState } from '../../sandbox/portal';
import { type ErrorMode, settingsFor, wordsOf } from './faults/fates';
import { byId, CUSTOMER_ID, LINK, trace, usePortal } from './portalFixture';

const fixture = usePortal();
const MODES: ErrorMode[] = ['stop', 'continue', 'errorOutput'];

const on = (
	resource: string,
	operation: string,
	idName: string,
	own: INodeParameters = {},
): INodeParameters => ({ resource, operation, [idName]: byId('={{ $json.id }}'), ...own });
const CLOSE_LINK = on('paymentLink', 'close', 'linkId');
const CLOSE_TICKET = on('ticket', 'close', 'ticketId');

/** Makes links and gives an item with the ID of each. */
async function addLinks(count: number) {
	const { items } = await fixture.run({
		parameters: LINK,
		items: Array.from({ length: count }, (_, index) => ({ json: { description: `l${index}` } })),
	});
	fixture.portal.requests.length = 0;
	return items.map(({ json: { id } }) => ({ json: { id: String(id) } }));
}

async function addAppointment(): Promise<string> {
	const { items } = await fixture.run({
		parameters: {
			resource: 'appointment',
			operation: 'create',
			name: 'Contract extension',
			startsAt: '2031-06-05 14:30',
			endsAt: '2031-06-05 15:30',
			additionalFields: { customerId: byId(CUSTOMER_ID) },
		},
	});
	fixture.portal.requests.length = 0;
	return String(items[0]?.json.id);
}

const statusesOf = (list: 'paymentLinks' | 'tickets' | 'appointments') =>
	fixture.portal.state[list].map(({ status }: PortalState[typeof list][number]) => status);

describe.each(MODES)('with On Error: %s', (mode) => {
	const settings = settingsFor[mode];

	it.each(['retry', 'manual'] as const)(
		'a run of which one item was refused is finished by the next one: %s',
		async (startedAs) => {
			const items = await addLinks(20);
			fixture.portal.misbehave({ method: 'DELETE', skip: 12, kind: 'status', status: 422 });
			await fixture.run({ parameters: CLOSE_LINK, items, settings });
			expect(statusesOf('paymentLinks')).toContain('open');
			expect(statusesOf('paymentLinks')).toContain('closed');

			const output = await fixture.run({
				parameters: CLOSE_LINK,
				items,
				settings,
				mode: startedAs,
			});
			expect([output.error?.message, output.errorItems]).toEqual([undefined, []]);
			expect(output.items.map(({ json: { id, status } }) => [id, status])).toEqual(
				items.map(({ json: { id } }) => [id, 'closed']),
			);
			expect(new Set(statusesOf('paymentLinks'))).toEqual(new Set(['closed']));
		},
	);

	const CASES: Array<[string, INodeParameters, () => Promise<string>, string]> = [
		[
			'Payment Link > Close',
			CLOSE_LINK,
			async () => (await addLinks(1))[0]?.json.id ?? '',
			'closed',
		],
		[
			'Ticket > Close',
			CLOSE_TICKET,
			async () => await Promise.resolve(fixture.portal.state.tickets[0]?.id ?? ''),
			'closed',
		],
		[
			'Appointment > Cancel',
			on('appointment', 'cancel', 'appointmentId'),
			addAppointment,
			'canceled',
		],
		[
			'Appointment > Update Status',
			on('appointment', 'updateStatus', 'appointmentId', { status: 'canceled' }),
			addAppointment,
			'canceled',
		],
	];
	it.each(CASES)(
		'%s counts as done the second time, too',
		async (_name, parameters, add, status) => {
			const id = await add();
			const items = [{ json: { id } }];
			const first = await fixture.run({ parameters, items, settings });
			fixture.portal.requests.length = 0;
			const second = await fixture.run({ parameters, items, settings });
			expect([second.error?.message, second.errorItems]).toEqual([undefined, []]);
			expect(second.items.map(({ json }) => json)).toEqual(first.items.map(({ json }) => json));
			expect(second.items).toMatchObject([{ json: { id, status } }]);
			expect(fixture.portal.requests.map(({ method }) => method)).toEqual([
				expect.stringMatching(/DELETE|PATCH/),
				'GET',
			]);
		},
	);

	it.each(['paid', 'expired'] as const)('a link that is %s is refused', async (status) => {
		const items = await addLinks(1);
		const [link] = fixture.portal.state.paymentLinks;
		if (link) link.status = status;
		const output = await fixture.run({ parameters: CLOSE_LINK, items, settings });
		expect(wordsOf(output, mode)).toContain('The payment link is not open any more');
		expect(statusesOf('paymentLinks')).toEqual([status]);
	});

	it.each([
		['403', { kind: 'status', status: 403 }],
		['404', { kind: 'status', status: 404 }],
		['502', { kind: 'status', status: 502 }],
		['a web page', { kind: 'status', status: 200, body: '<html></html>' }],
		['nothing', { kind: 'dropRequest' }],
	] as const)('the refusal stands where reading answers %s', async (_name, reading) => {
		const items = await addLinks(1);
		await fixture.run({ parameters: CLOSE_LINK, items });
		fixture.portal.misbehave({ method: 'GET', times: Infinity, ...reading });
		const output = await fixture.run({ parameters: CLOSE_LINK, items, settings });
		expect(wordsOf(output, mode)).toContain('The payment link is not open any more');
		expect(wordsOf(output, mode)).not.toContain('unknown');
	});
});

describe('nothing is read', () => {
	it.each([400, 403, 404, 410, 426])('after a refusal with %s', async (status) => {
		const items = await addLinks(1);
		fixture.portal.misbehave({ method: 'DELETE', kind: 'status', status });
		const { error } = await fixture.run({ parameters: CLOSE_LINK, items });
		expect(error).toBeDefined();
		expect(trace(fixture)).toEqual([`DELETE /payment-links/${items[0]?.json.id} ${status}`]);
	});

	it('where something is added each time, such as an answer to a ticket', async () => {
		const [ticket] = fixture.portal.state.tickets;
		if (ticket) ticket.source = 'chat';
		const parameters = on('ticket', 'reply', 'ticketId', { message: 'Thank you.' });
		const items = [{ json: { id: ticket?.id ?? '' } }];
		const { error } = await fixture.run({ parameters, items });
		expect(error?.message).toContain('A ticket from live chat cannot be answered');
		expect(trace(fixture)).toHaveLength(1);
	});
});

it('a ticket that cannot be closed is refused with what the API says', async () => {
	const [ticket] = fixture.portal.state.tickets;
	const words = 'Tickets of live chat are closed there.';
	fixture.portal.misbehave({
		method: 'PATCH',
		kind: 'status',
		status: 409,
		body: { message: words },
	});
	const { error } = await fixture.run({
		parameters: CLOSE_TICKET,
		items: [{ json: { id: ticket?.id ?? '' } }],
	});
	expect(error?.message).toContain('Tickets of live chat are closed there');
	expect(trace(fixture)).toEqual([
		`PATCH /tickets/${ticket?.id} 409`,
		`GET /tickets/${ticket?.id} 200`,
	]);
});
