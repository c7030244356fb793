import { appointmentId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/cancel-appointment */
export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel appointment',
	description: 'Cancel an appointment',
	method: 'DELETE',
	url: '/appointments/{appointmentId}',
	scope: 'appointments.write',
	output: 'object',
	label: 'startsAt',
	recovery: { kind: 'byId', isDone: ({ status }) => status === 'canceled' },
	fields: [appointmentId],
};
