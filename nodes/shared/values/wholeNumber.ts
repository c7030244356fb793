import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/**
 * A whole number above zero; expressions and spreadsheets may hand it over as text.
 * @throws WrongValue
 */
export function toWholeNumber(value: unknown): number {
	const text = typeof value === 'string' ? visibleText(value) : '';
	const number = /^\d{1,16}$/.test(text) ? Number(text) : value;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number;
	throw new WrongValue(
		`is not a whole number above zero: ${quote(value)}`,
		'Use a number such as 1 or 20.',
	);
}
