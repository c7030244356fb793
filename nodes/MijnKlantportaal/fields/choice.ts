import { toChoice } from '../../shared/values/choice';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/**
 * One of the values that the API knows.
 * @param texts.options Values with their names on the canvas, in the order of the canvas.
 */
export function choice(
	texts: FieldTexts & { options: Array<{ name: string; value: string }>; default?: string },
): Field {
	const values = texts.options.map(({ value }) => value);
	return fieldOf(
		texts,
		{ type: 'options', options: texts.options, default: texts.default ?? values[0] },
		(value) => toChoice(value, values),
	);
}
