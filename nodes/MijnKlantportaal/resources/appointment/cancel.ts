import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/cancel-appointment */
export const cancel: WriteOperation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel appointment',
	description: 'Cancel an appointment; one that is canceled already counts as done',
	method: 'DELETE',
	url: '/appointments/{appointmentId}',
	scope: 'appointments.write',
	output: 'object',
	recovery: { kind: 'readBack', isDone: ({ status }) => status === 'canceled' },
	fields: [idInPath(portalObjects.appointment)],
};
