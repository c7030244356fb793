import '../fastClock';
import type { INodeParameters } from 'n8n-workflow';
import { byId, CUSTOMER_ID, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

const CREATE = {
	resource: 'appointment',
	operation: 'create',
	name: 'Contract extension',
	startsAt: '2031-06-05 14:30',
	endsAt: '2031-06-05T14:00:00Z',
	additionalFields: { customerId: byId(CUSTOMER_ID) },
};

const onAppointment = (operation: string, id: string): INodeParameters => ({
	resource: 'appointment',
	operation,
	appointmentId: byId(id),
});

async function plan(): Promise<string> {
	await fixture.run({ parameters: CREATE });
	fixture.portal.requests.length = 0;
	return firstId(fixture.portal.state.appointments);
}

testOperations(fixture, [
	{
		name: 'Create with a customer',
		given: () => CREATE,
		method: 'POST',
		path: '/appointments',
		body: {
			name: 'Contract extension',
			startsAt: '2031-06-05 14:30:00',
			endsAt: '2031-06-05 16:00:00',
			customerId: CUSTOMER_ID,
		},
		output: [{ customerId: CUSTOMER_ID, startsAt: '2031-06-05T14:30:00+02:00' }],
	},
	{
		name: 'Create with somebody else',
		given: () => ({
			...CREATE,
			additionalFields: { attendeeName: 'John Doe', attendeeEmail: 'john@test.example' },
		}),
		method: 'POST',
		path: '/appointments',
		body: {
			name: 'Contract extension',
			startsAt: '2031-06-05 14:30:00',
			endsAt: '2031-06-05 16:00:00',
			attendeeName: 'John Doe',
			attendeeEmail: 'john@test.example',
		},
		output: [{ customerId: null, attendeeName: 'John Doe' }],
	},
	{
		name: 'Get Many without a period sends none',
		given: () => ({ resource: 'appointment', operation: 'getAll' }),
		method: 'GET',
		path: '/appointments',
		output: [],
	},
]);

it('Get Many reads all of a period, Get and Update Status one', async () => {
	const id = await plan();
	const [example] = fixture.portal.state.appointments;
	for (let count = 1; count < 60; count++) {
		fixture.portal.state.appointments.push({ ...example, id: `apt_${count}` } as never);
	}
	const all = await fixture.run({
		parameters: {
			resource: 'appointment',
			operation: 'getAll',
			startAt: '2031-06-01',
			days: 30,
		},
	});
	expect(fixture.portal.requests[0]?.query).toEqual({ start_at: '2031-06-01 00:00', days: '30' });
	expect(all.items).toHaveLength(60);
	const get = await fixture.run({ parameters: onAppointment('get', id) });
	expect(get.items).toMatchObject([{ json: { id, status: 'scheduled' } }]);
	const update = await fixture.run({
		parameters: { ...onAppointment('updateStatus', id), status: 'canceled' },
	});
	expect(fixture.portal.requests.at(-1)).toMatchObject({
		method: 'PATCH',
		body: { status: 'canceled' },
	});
	expect(update.items).toMatchObject([{ json: { id, status: 'canceled' } }]);
});

it('Get Many takes the period from where earlier versions of the node kept it', async () => {
	await fixture.run({
		parameters: {
			resource: 'appointment',
			operation: 'getAll',
			filters: { startAt: '2031-06-01', days: 30 },
		},
	});
	expect(fixture.portal.requests[0]?.query).toEqual({ start_at: '2031-06-01 00:00', days: '30' });
});

it('Cancel succeeds when its first try was carried out without an answer', async () => {
	const id = await plan();
	fixture.portal.misbehave({ kind: 'loseAnswer', method: 'DELETE' });
	const { items } = await fixture.run({ parameters: onAppointment('cancel', id) });
	expect(items).toMatchObject([{ json: { id, status: 'canceled' } }]);
	expect(fixture.portal.requests.map(({ method, status }) => [method, status])).toEqual([
		['DELETE', undefined],
		['DELETE', 409],
		['GET', 200],
	]);
}, 20_000);

testRefusals(fixture, CREATE, [
	[
		{ endsAt: '2031-06-05 14:30' },
		'Ends At is not after Starts At: 2031-06-05 14:30:00, where the appointment begins at 2031-06-05 14:30:00',
		'Give a later moment; both are shown as clocks in the Netherlands show them.',
	],
	[
		{ additionalFields: { attendeeName: 'John Doe' } },
		'Additional Fields name nobody to meet',
		'Add Customer, or both Attendee Name and Attendee Email.',
	],
	[
		{ additionalFields: { attendeeName: 'John Doe', attendeeEmail: 'john' } },
		'Attendee Email is not an e-mail address: "john"',
		'Use one address such as name@email.com.',
	],
]);
testRefusals(fixture, { resource: 'appointment', operation: 'getAll' }, [
	[
		{ days: '={{ 1.5 }}' },
		'Number of Days is not a whole number above zero: 1.5',
		'Use a number such as 1 or 20.',
	],
]);
testRefusals(fixture, { ...onAppointment('updateStatus', 'apt_1'), status: 'scheduled' }, [
	[
		{ status: '={{ "done" }}' },
		'Status is not one of the possible values: "done"',
		'Use scheduled or canceled.',
	],
]);
