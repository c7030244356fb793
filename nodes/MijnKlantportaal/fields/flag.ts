import { toFlag } from '../values/flag';
import { type Field, type FieldTexts, propertyOf } from './field';
import { sendAs } from './send';

/** A choice between yes and no. */
export function flag(texts: FieldTexts & { default?: boolean }): Field {
	return (parent) => ({
		...propertyOf(texts),
		type: 'boolean',
		default: texts.default ?? false,
		routing: { send: sendAs({ ...texts, read: toFlag }, parent) },
	});
}
