import { appointmentId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/get-appointment */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get appointment',
	description: 'Retrieve an appointment, with its attendee, time and status',
	method: 'GET',
	url: '/appointments/{appointmentId}',
	scope: 'appointments.read',
	output: 'object',
	fields: [appointmentId],
};
