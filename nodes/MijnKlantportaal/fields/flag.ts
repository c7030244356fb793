import { toFlag } from '../../shared/values/flag';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/** A choice between yes and no. */
export function flag(texts: FieldTexts & { default?: boolean }): Field {
	return fieldOf(texts, { type: 'boolean', default: texts.default ?? false }, toFlag);
}
