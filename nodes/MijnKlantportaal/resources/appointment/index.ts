import type { Resource } from '../../execution/operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { updateStatus } from './updateStatus';

export const appointment: Resource = {
	name: 'Appointment',
	value: 'appointment',
	noun: 'appointment',
	operations: [cancel, create, get, getAll, updateStatus],
};
