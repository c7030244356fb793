import { choice } from '../../fields/choice';
import { appointmentId } from '../../fields/identifiers';
import { changeRecovery } from '../changes';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/change-appointment-status */
export const updateStatus: Operation = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update appointment status',
	description: 'Confirm or cancel an appointment that a customer asked for',
	method: 'PATCH',
	url: '/appointments/{appointmentId}',
	scope: 'appointments.write',
	output: 'object',
	label: 'startsAt',
	recovery: changeRecovery,
	fields: [
		appointmentId,
		choice({
			name: 'status',
			displayName: 'Status',
			description: 'The new status: scheduled or canceled',
			options: [
				{ name: 'Scheduled', value: 'scheduled' },
				{ name: 'Canceled', value: 'canceled' },
			],
			required: true,
		}),
	],
};
