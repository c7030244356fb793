import type { IDataObject } from 'n8n-workflow';
import { WrongValue } from '../../../shared/values/wrongValue';

/**
 * Rules that the documentation states: an end after the start, and somebody to meet.
 * @throws WrongValue
 */
export function checkAppointment({ startsAt, endsAt, ...attendee }: IDataObject): void {
	// Both are in the same form, which sorts by time.
	if (String(endsAt) <= String(startsAt)) {
		throw new WrongValue(
			`is not after Starts At: ${String(endsAt)}, where the appointment begins at ${String(startsAt)}`,
			'Give a later moment; both are shown as clocks in the Netherlands show them.',
			'Ends At',
		);
	}
	if (attendee.customerId) return;
	if (attendee.attendeeName && attendee.attendeeEmail) return;
	throw new WrongValue(
		'name nobody to meet',
		'Add Customer, or both Attendee Name and Attendee Email.',
		'Additional Fields',
	);
}
