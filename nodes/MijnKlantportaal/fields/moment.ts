import { toMoment } from '../values/moment';
import { type Field, type FieldTexts, propertyOf } from './field';
import { sendAs } from './send';

/** A date with time of day, picked or given by an expression. */
export function moment(texts: FieldTexts & { default?: string }): Field {
	return (parent) => ({
		...propertyOf({ placeholder: 'e.g. 2026-12-31 14:30', ...texts }),
		type: 'dateTime',
		default: texts.default ?? '',
		routing: { send: sendAs({ ...texts, read: toMoment }, parent) },
	});
}
