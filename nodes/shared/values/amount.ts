import { visibleText } from './visibleText';
import { digitsOf, digitsOfText, withPlainMinus } from './writtenNumber';
import { quote, WrongValue } from './wrongValue';

const ACCEPTED_AMOUNTS = 'Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".';

/**
 * An amount in the form the API takes: a decimal string with a point and at least two decimals
 * (docs/api-facts.md, Formats). Nothing is rounded: more decimals than two stay as they are.
 * @param value Number, or text with a decimal point or comma, thousands separators, a sign in front or
 * behind, € or EUR.
 * @throws WrongValue for text, nothing, what has two readings such as "1.234", and numbers so large that
 * cents are lost in them.
 */
export function toAmount(value: unknown): string {
	const digits = digitsOf(value, textToDigits);
	if (digits !== undefined) return withTwoDecimals(digits);
	throw new WrongValue(`is not an amount: ${quote(value)}`, ACCEPTED_AMOUNTS);
}

/** What is longer went wrong before it came here. */
const LONGEST_AMOUNT = 80;

const EURO = String.raw`(?:€|euro?)`;
const OTHER_CURRENCY = /[$£¥]|usd|gbp|chf/i;

/** The sign and the currency may stand in front or behind; nothing stands between the digits. */
const AMOUNT = new RegExp(
	String.raw`^([-+]?) ?${EURO}? ?([-+]?) ?([\d.,](?:[\d., ]*[\d.,])?) ?(--|[-+]?) ?${EURO}? ?([-+]?)$`,
	'i',
);

function textToDigits(value: string): string | undefined {
	const text = visibleText(value);
	if (text.length > LONGEST_AMOUNT) return undefined;
	const plain = withPlainMinus(text).replace(/\s+/g, ' ');
	checkCurrency(plain);
	const [, first = '', second = '', body, behind = '', last = ''] = AMOUNT.exec(plain) ?? [];
	if (body === undefined) return undefined;
	// Dutch price tags write whole euros as "12,-".
	const isPriceTag = /[.,]$/.test(body) && behind.startsWith('-');
	const digits = digitsOfText(isPriceTag ? `${body}00` : body, value);
	const signs = first + second + (isPriceTag ? '' : behind) + last;
	if (digits === undefined || signs.length > 1) return undefined;
	const isBehind = !isPriceTag && behind + last === '-';
	if (isBehind && !digits.includes('.')) {
		throw new WrongValue(
			`can be read as -${digits}.00 or as ${digits}.00: ${quote(value)}`,
			`Write -${digits}.00 or ${digits}.00, or pass a number.`,
		);
	}
	return signs === '-' ? `-${digits}` : digits;
}

/** @throws WrongValue where the text names a currency twice, or another than euros. */
function checkCurrency(text: string): void {
	if (OTHER_CURRENCY.test(text)) {
		throw new WrongValue(
			`is not an amount in euros: ${quote(text)}`,
			'The API takes euros only: convert the amount in a step before.',
		);
	}
	if ((text.match(/€|eur/gi) ?? []).length > 1) {
		throw new WrongValue(
			`has more than one currency sign: ${quote(text)}`,
			'Give one amount, such as "€ 12,95".',
		);
	}
}

/** `7` → `7.00`, `007.5` → `7.50`, `12.345` → `12.345`, `-0` → `0.00` */
function withTwoDecimals(digits: string): string {
	const negative = digits.startsWith('-');
	const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
	const shortWhole = whole.replace(/^0+(?=\d)/, '');
	const amount = `${shortWhole}.${decimals.padEnd(2, '0')}`;
	return negative && /[1-9]/.test(amount) ? `-${amount}` : amount;
}
