import { toText } from './text';
import { hasUnseen, visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, and the angle brackets are two of them. */
const LONGEST_ADDRESS = 254;

/** `Jan Jansen <jan@x.nl>` */
const IN_BRACKETS = /^[^<>]*<([^<>]*)>[,;]?$/;
const MAIL_LINK = /^mailto:([^?]*)/i;

/** None of the marks that stand between addresses or around them. */
const ADDRESS = /^[^\s@<>,;:()"]+@[^\s@<>,;:()"]+$/;

/**
 * An e-mail address. Only its shape is looked at: whether a mailbox exists shows when mail is sent.
 * @param value Address, also as a link (`mailto:`), with the name in front (`Jan Jansen <jan@x.nl>`), or
 * with the mark behind it that stood between it and the next.
 * @throws WrongValue
 */
export function toEmail(value: unknown): string {
	const text = toText(value);
	const link = IN_BRACKETS.exec(text)?.[1] ?? text;
	const address = visibleText((MAIL_LINK.exec(link)?.[1] ?? link).replace(/[,;.]$/, ''));
	const isAddress =
		address.length <= LONGEST_ADDRESS && ADDRESS.test(address) && !hasUnseen(address);
	if (isAddress) return address;
	const isSeveral = text.indexOf('@') !== text.lastIndexOf('@');
	throw new WrongValue(
		`is ${isSeveral ? 'more than one' : 'not an'} e-mail address: ${quote(value)}`,
		'Use one address such as name@email.com.',
	);
}
