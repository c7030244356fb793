import { quote, WrongValue } from './wrongValue';

/**
 * A whole number above zero; expressions and spreadsheets may hand it over as text.
 * @throws WrongValue
 */
export function toWholeNumber(value: unknown): number {
	const isDigits = typeof value === 'string' && /^\d+$/.test(value.trim());
	const number = isDigits ? Number(value) : value;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number;
	throw new WrongValue(
		`is not a whole number above zero: ${quote(value)}`,
		'Use a number such as 1 or 20.',
	);
}
