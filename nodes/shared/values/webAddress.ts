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
 * @returns Undefined for what is no address, and where one of both is longer than any.
 */
export function readAddress(text: string, base?: string): URL | undefined {
	const isTooLong = [text, base ?? ''].some(({ length }) => length > LONGEST_ADDRESS);
	return isTooLong || !URL.canParse(text, base) ? undefined : new URL(text, base);
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
