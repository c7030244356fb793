import { quote, WrongValue } from './wrongValue';

/**
 * Text as the API takes it. Numbers become text, because a spreadsheet hands over invoice numbers as such.
 * @throws WrongValue for what has no obvious text form.
 */
export function toText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new WrongValue(`is not text: ${quote(value)}`, 'Use text, or map one field of the input.');
}
