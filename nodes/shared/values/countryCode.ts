import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/**
 * A country as the API takes it: ISO 3166-1 alpha-2, in capitals.
 * @throws WrongValue
 */
export function toCountryCode(value: unknown): string {
	const code = typeof value === 'string' ? visibleText(value).toUpperCase() : '';
	if (/^[A-Z]{2}$/.test(code)) return code;
	throw new WrongValue(
		`is not a country code of two letters: ${quote(value)}`,
		'Use a code such as NL, BE or DE.',
	);
}
