import { toText } from './text';
import { quote, WrongValue } from './wrongValue';

/**
 * An address on the web.
 * @throws WrongValue
 */
export function toWebAddress(value: unknown): string {
	const address = toText(value);
	const isWebAddress = /^https?:\/\//i.test(address) && URL.canParse(address);
	if (isWebAddress) return address;
	throw new WrongValue(
		`is not a web address: ${quote(value)}`,
		'Use a whole address such as https://example.com/webhook.',
	);
}
