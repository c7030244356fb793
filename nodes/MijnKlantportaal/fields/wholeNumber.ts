import { toWholeNumber } from '../../shared/values/wholeNumber';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/** A whole number above zero. */
export function wholeNumber(texts: FieldTexts & { default: number | '' }): Field {
	return fieldOf(
		texts,
		{
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: texts.default,
		},
		toWholeNumber,
	);
}
