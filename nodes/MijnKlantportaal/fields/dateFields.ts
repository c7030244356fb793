import { toDay } from '../../shared/values/day';
import { toMinute, toMoment } from '../../shared/values/moment';
import type { Field, Mapping } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';

/** A date is read in the time zone of the workflow. */
function date(
	options: FieldOptions & { default?: string },
	toDate: (value: unknown, timeZone: string) => string,
): Field {
	const read: Mapping['read'] = (value, context) => toDate(value, context.getTimezone());
	return buildField(options, { type: 'dateTime', default: options.default ?? '' }, read);
}

/** A calendar day, picked or given by an expression. */
export function day(options: FieldOptions): Field {
	return date({ placeholder: 'e.g. 2026-12-31', ...options }, toDay);
}

/** A date with time of day, picked or given by an expression. */
export function moment(options: FieldOptions & { default?: string }): Field {
	return date({ placeholder: 'e.g. 2026-12-31 14:30', ...options }, toMoment);
}

/** A date with time of day where the API takes no seconds. */
export function minute(options: FieldOptions): Field {
	return date({ placeholder: 'e.g. 2026-12-31 14:30', ...options }, toMinute);
}

/** The date of an invoice or an offer. */
export const issuedAt = day({
	name: 'issuedAt',
	displayName: 'Issued At',
	description: 'Date that stands on it. Also takes 31-12-2026 and expressions such as {{ $now }}.',
	required: true,
});
