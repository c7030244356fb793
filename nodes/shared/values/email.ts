import { toText } from './text';
import { quote, WrongValue } from './wrongValue';

/**
 * An e-mail address. Only its shape is looked at: whether a mailbox exists shows when mail is sent.
 * @throws WrongValue
 */
export function toEmail(value: unknown): string {
	const email = toText(value);
	if (/^[^\s@]+@[^\s@]+$/.test(email)) return email;
	throw new WrongValue(
		`is not an e-mail address: ${quote(value)}`,
		'Use one address such as name@email.com.',
	);
}
