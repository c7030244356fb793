import { visibleText } from './visibleText';
import { digitsOf, digitsOfText, withPlainMinus } from './writtenNumber';
import { quote, WrongValue } from './wrongValue';

/**
 * How many of something, exactly: a decimal string with a point, such as `3` or `1.5`. Below zero for what
 * was returned.
 * @param value Number, or text with a decimal point or comma.
 * @throws WrongValue for other text, nothing, and what has two readings such as "1.234".
 */
export function toQuantity(value: unknown): string {
	const digits = digitsOf(value, textToDigits);
	if (digits !== undefined) return digits;
	throw new WrongValue(
		`is not a quantity: ${quote(value)}`,
		'Use a number such as 2 or 1.5, or text such as "1,5".',
	);
}

function textToDigits(value: string): string | undefined {
	const text = withPlainMinus(visibleText(value));
	if (!/^[-+]/.test(text)) return digitsOfText(text, value);
	const digits = digitsOfText(text.slice(1), value);
	return digits === undefined || text.startsWith('+') ? digits : `-${digits}`;
}
