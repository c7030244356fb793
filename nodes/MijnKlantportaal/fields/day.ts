import { toDay } from '../values/day';
import { type Field, type FieldTexts, propertyOf } from './field';
import { sendAs } from './send';

/** A calendar day, picked or given by an expression. */
export function day(texts: FieldTexts): Field {
	return (parent) => ({
		...propertyOf({ placeholder: 'e.g. 2026-12-31', ...texts }),
		type: 'dateTime',
		default: '',
		routing: { send: sendAs({ ...texts, read: toDay }, parent) },
	});
}
