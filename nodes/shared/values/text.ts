import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** So many digits survive in a number with a fraction for certain (IEEE 754, binary64). */
const MOST_DIGITS = 15;

/**
 * Text as the API takes it. Numbers become text, because a spreadsheet hands over invoice numbers as such.
 * @throws WrongValue for what has no obvious text form, and for numbers with more digits than they hold.
 */
export function toText(value: unknown): string {
	if (typeof value === 'string') return visibleText(value);
	if (!Number.isFinite(value)) {
		throw new WrongValue(
			`is not text: ${quote(value)}`,
			'Use text, or map one field of the input.',
		);
	}
	const text = String(value);
	if (Number.isSafeInteger(value) || isExactFraction(text)) return text;
	throw new WrongValue(
		`is a number with more digits than numbers can hold exactly: ${quote(value)}`,
		'Pass it as text, from the step in which it still has all its digits.',
	);
}

function isExactFraction(text: string): boolean {
	return !text.includes('e') && text.replace(/\D/g, '').length <= MOST_DIGITS;
}
