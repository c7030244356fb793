import { additionalFields } from '../../fields/collection';
import { optionalCustomerId } from '../../fields/identifiers';
import { moment } from '../../fields/moment';
import { email, text } from '../../fields/text';
import { name } from '../../fields/texts';
import type { Operation } from '../../execution/operation';
import { checkAppointment } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/schedule-appointment */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create appointment',
	description: 'Plan an appointment (afspraak) with a customer or with somebody else',
	method: 'POST',
	url: '/appointments',
	scope: 'appointments.write',
	output: 'object',
	label: 'startsAt',
	// The list shows no names and only a period, of which it is not known what it includes.
	recovery: { kind: 'byPerson', lookFor: ['name', 'startsAt'] },
	check: checkAppointment,
	fields: [
		name,
		moment({
			name: 'startsAt',
			displayName: 'Starts At',
			description: 'When the appointment begins, such as 2026-12-31 14:30',
			required: true,
		}),
		moment({
			name: 'endsAt',
			displayName: 'Ends At',
			description: 'When the appointment ends, such as 2026-12-31 15:30; after Starts At',
			placeholder: 'e.g. 2026-12-31 15:30',
			required: true,
		}),
		additionalFields(
			optionalCustomerId(
				'The customer the appointment is with. Pick one, or give its ID, such as cst_abc12345def678. Without one, give the attendee.',
			),
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
