import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getOne } from '../reading';
import { cancel } from './cancel';
import { create } from './create';
import { getAll } from './getAll';
import { updateStatus } from './updateStatus';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/get-appointment */
const get = getOne(portalObjects.appointment, {
	description: 'Retrieve an appointment, with its attendee, time and status',
});

export const appointment: Resource = {
	value: 'appointment',
	object: portalObjects.appointment,
	operations: [cancel, create, get, getAll, updateStatus],
};
