import { toText } from '../values/text';
import { type Field, type FieldTexts, propertyOf } from './field';
import { sendAs } from './send';

/** A text parameter. */
export function text(texts: FieldTexts & { rows?: number }): Field {
	return (parent) => ({
		...propertyOf(texts),
		type: 'string',
		default: '',
		...(texts.rows === undefined ? {} : { typeOptions: { rows: texts.rows } }),
		routing: { send: sendAs({ ...texts, read: toText }, parent) },
	});
}
