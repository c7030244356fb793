import { toMinute, toMoment } from '../../shared/values/moment';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/** A date with time of day, picked or given by an expression. */
export function moment(texts: FieldTexts & { default?: string }): Field {
	return fieldOf(
		{ placeholder: 'e.g. 2026-12-31 14:30', ...texts },
		{ type: 'dateTime', default: texts.default ?? '' },
		(value, context) => toMoment(value, context.getTimezone()),
	);
}

/** A date with time of day where the API takes no seconds. */
export function minute(texts: FieldTexts): Field {
	return fieldOf(
		{ placeholder: 'e.g. 2026-12-31 14:30', ...texts },
		{ type: 'dateTime', default: '' },
		(value, context) => toMinute(value, context.getTimezone()),
	);
}
