import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { choice } from '../../fields/choiceFields';
import { idInPath } from '../../fields/locators';
import { changeRecovery } from '../changes';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/change-appointment-status */
export const updateStatus: WriteOperation = {
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update appointment status',
	description: 'Confirm or cancel an appointment that a customer asked for',
	method: 'PATCH',
	url: '/appointments/{appointmentId}',
	scope: 'appointments.write',
	output: 'object',
	recovery: changeRecovery,
	fields: [
		idInPath(portalObjects.appointment),
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
