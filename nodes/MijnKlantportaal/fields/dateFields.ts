import type { INodeProperties } from 'n8n-workflow';
import { toDay } from '../../shared/values/day';
import { toMinute, toMoment } from '../../shared/values/moment';
import type { Field, Mapping } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';

/** What the author of an operation says about a date. */
type DateOptions = FieldOptions & { default?: string };

/** A date is read in the time zone of the workflow. */
function date(
	options: DateOptions,
	toDate: (value: unknown, timeZone: string) => string,
	look: Pick<INodeProperties, 'typeOptions'> = {},
): Field {
	const read: Mapping['read'] = (value, context) => toDate(value, context.getTimezone());
	return buildField(options, { type: 'dateTime', default: options.default ?? '', ...look }, read);
}

/**
 * A calendar day, picked, typed or given by an expression. Without `dateOnly` n8n's editor drops a day
 * that is typed without a time, in silence, and shows a stored one as empty (n8n 2.41); versions that do
 * not know it show the time as before.
 */
export function day(options: DateOptions): Field {
	return date({ placeholder: 'e.g. 2026-12-31', ...options }, toDay, {
		typeOptions: { dateOnly: true },
	});
}

/**
 * A date with time of day, picked or given by an expression. n8n's editor takes what is typed with seconds
 * only (n8n 2.41), and drops the rest in silence.
 */
export function moment(options: DateOptions): Field {
	return date({ placeholder: 'e.g. 2026-12-31 14:30:00', ...options }, toMoment);
}

/** A date with time of day where the API takes no seconds. */
export function minute(options: DateOptions): Field {
	return date({ placeholder: 'e.g. 2026-12-31 14:30:00', ...options }, toMinute);
}

/**
 * The date of an invoice or an offer: today, where nothing else is given.
 * @param displayName What people call it on such a document.
 */
export function issuedAt(displayName: string): Field {
	return day({
		name: 'issuedAt',
		displayName,
		description:
			'Date that stands on it; today when nothing else is given. As an expression it may also be 31-12-2026 or {{ $json.date }}.',
		default: '={{ $today.toISODate() }}',
		required: true,
	});
}
