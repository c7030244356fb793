import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { moment } from '../../fields/dateFields';
import { optionalCustomerId } from '../../fields/locators';
import { email, name, text } from '../../fields/textFields';
import { checkAppointment } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/schedule-appointment */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create appointment',
	description: 'Plan an appointment (afspraak) with a customer or with somebody else',
	method: 'POST',
	url: '/appointments',
	scope: 'appointments.write',
	output: 'object',
	recovery: {
		kind: 'none',
		// What a period includes is not documented either.
		reason: 'The API lists appointments of a period only, and without their names.',
		lookFor: ['name', 'startsAt'],
	},
	check: checkAppointment,
	fields: [
		name,
		moment({
			name: 'startsAt',
			displayName: 'Starts At',
			description: 'When the appointment begins, such as 2026-12-31 14:30:00',
			required: true,
		}),
		moment({
			name: 'endsAt',
			displayName: 'Ends At',
			description: 'When the appointment ends, such as 2026-12-31 15:30:00; after Starts At',
			placeholder: 'e.g. 2026-12-31 15:30:00',
			required: true,
		}),
		additionalFields(
			optionalCustomerId('The customer the appointment is with. Without one, give the attendee.'),
			text({
				name: 'attendeeName',
				displayName: 'Attendee Name',
				description: 'Name of the other person; needed without a customer',
				placeholder: 'e.g. Nathan Smith',
			}),
			email({
				name: 'attendeeEmail',
				displayName: 'Attendee Email',
				description: 'E-mail address of the other person; needed without a customer',
			}),
		),
	],
};
