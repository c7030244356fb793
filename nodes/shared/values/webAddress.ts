import { toText } from './text';
import { quote, WrongValue } from './wrongValue';

/**
 * No server takes a longer one (nginx, Apache: 8 KB). Names of hosts are normalised while an address is read,
 * which takes the square of the length for some.
 */
const LONGEST_ADDRESS = 8000;

/**
 * The parts of an address.
 * @param base What it is relative to, where it may be.
 * @returns Undefined for what is no address, or longer than any.
 */
export function readAddress(text: string, base?: string): URL | undefined {
	const isAddress = text.length <= LONGEST_ADDRESS && URL.canParse(text, base);
	return isAddress ? new URL(text, base) : undefined;
}

/**
 * An address on the web.
 * @throws WrongValue
 */
export function toWebAddress(value: unknown): string {
	const address = toText(value);
	const isWebAddress = /^https?:\/\//i.test(address) && readAddress(address) !== undefined;
	if (isWebAddress) return address;
	throw new WrongValue(
		`is not a web address: ${quote(value)}`,
		'Use a whole address such as https://example.com/webhook.',
	);
}
