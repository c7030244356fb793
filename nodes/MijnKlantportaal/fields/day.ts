import { toDay } from '../../shared/values/day';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/** A calendar day, picked or given by an expression. */
export function day(texts: FieldTexts): Field {
	return fieldOf(
		{ placeholder: 'e.g. 2026-12-31', ...texts },
		{ type: 'dateTime', default: '' },
		(value, context) => toDay(value, context.getTimezone()),
	);
}
