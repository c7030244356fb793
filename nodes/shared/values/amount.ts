import { quote, WrongValue } from './wrongValue';

const ACCEPTED_AMOUNTS = 'Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".';

/**
 * An amount in the form the API takes: a decimal string with a point and at least two decimals
 * (docs/api-facts.md, Formats). Nothing is rounded: more decimals than two stay as they are.
 * @param value Number, or text with a decimal point or comma, thousands separators, € or EUR.
 * @throws WrongValue for text, nothing, and what has two readings such as "1.234".
 */
export function toAmount(value: unknown): string {
	if (typeof value === 'number') return numberToAmount(value);
	if (typeof value === 'string') return textToAmount(value);
	throw new WrongValue(`is not an amount: ${quote(value)}`, ACCEPTED_AMOUNTS);
}

/**
 * Sums and products of decimals leave digits that nobody meant (0.1 + 0.2 = 0.30000000000000004). They
 * are told from meant ones by their size: no more than the rounding of a few thousand additions.
 */
const LARGEST_NOISE = 1e-12;

/** Never so much that a tenth of a cent would be lost. */
const LARGEST_NOISE_IN_EUROS = 1e-4;

function numberToAmount(value: number): string {
	if (!Number.isFinite(value)) {
		throw new WrongValue(`is not an amount: ${quote(value)}`, ACCEPTED_AMOUNTS);
	}
	if (Math.abs(value) >= 1e15) {
		throw new WrongValue(
			`is too large to be exact as a number: ${quote(value)}`,
			'Pass it as text, for example "1234567890123456.78".',
		);
	}
	const integerDigits = Math.trunc(Math.abs(value)).toString().length;
	const decimals = Math.min(8, Math.max(2, 13 - integerDigits));
	const rounded = Number(value.toFixed(decimals));
	const noise = Math.min(LARGEST_NOISE * Math.max(1, Math.abs(value)), LARGEST_NOISE_IN_EUROS);
	const isNoise = Math.abs(rounded - value) <= noise;
	const digits = isNoise ? rounded.toFixed(decimals) : plainDigits(value);
	return withTwoDecimals(digits.replace(/(\.\d*?)0+$/, '$1'));
}

/** The digits of a number without an exponent. */
function plainDigits(value: number): string {
	const shortest = String(value);
	return shortest.includes('e') ? value.toFixed(20) : shortest;
}

const DECORATION = /^(?:€|EUR)\s*|\s*(?:€|EUR)$/gi;

function textToAmount(value: string): string {
	const bare = value
		.trim()
		.replace(/[\u2212\u2013]/g, '-')
		.replace(/^([-+])\s*(€|EUR)\s*/i, '$1')
		.replace(DECORATION, '')
		// Dutch price tags write whole euros as "12,-".
		.replace(/,-{1,2}$/, ',00')
		.trim();
	const match = /^([-+]?)\s*([\d.,\s]+)$/.exec(bare);
	const digits = match?.[2] === undefined ? undefined : readDigits(match[2].trim(), value);
	if (digits === undefined) {
		throw new WrongValue(`is not an amount: ${quote(value)}`, ACCEPTED_AMOUNTS);
	}
	return withTwoDecimals((match?.[1] === '-' ? '-' : '') + digits);
}

const GROUPED = {
	withPoints: /^[1-9]\d{0,2}(\.\d{3})+$/,
	withCommas: /^[1-9]\d{0,2}(,\d{3})+$/,
	withSpaces: /^[1-9]\d{0,2}(\s\d{3})+$/,
};

/** Digits with at most one decimal point and nothing else; undefined where the text is no number. */
function readDigits(text: string, original: string): string | undefined {
	const decimalComma = /^([\d.\s]*),(\d+)$/.exec(text);
	const decimalPoint = /^([\d,\s]*)\.(\d+)$/.exec(text);
	const isSingleGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
	if (isSingleGroup) {
		const [whole = '', group = ''] = text.split(/[.,]/);
		throw new WrongValue(
			`can be read as ${whole}${group}.00 or as ${whole}.${group}: ${quote(original)}`,
			`Write ${whole}${group}.00 or ${whole}.${group}0, or pass a number.`,
		);
	}
	if (/^\d+$/.test(text)) return text;
	if (GROUPED.withPoints.test(text) || GROUPED.withCommas.test(text)) {
		return text.replace(/[.,]/g, '');
	}
	if (GROUPED.withSpaces.test(text)) return text.replace(/\s/g, '');
	const parts = decimalComma ?? decimalPoint;
	if (!parts) return undefined;
	const [, whole = '', decimals = ''] = parts;
	const isGrouped =
		GROUPED.withSpaces.test(whole) ||
		(decimalComma ? GROUPED.withPoints.test(whole) : GROUPED.withCommas.test(whole));
	if (!isGrouped && !/^\d*$/.test(whole)) return undefined;
	return `${whole.replace(/[.,\s]/g, '') || '0'}.${decimals}`;
}

/** `7` → `7.00`, `007.5` → `7.50`, `12.345` → `12.345`, `-0` → `0.00` */
function withTwoDecimals(digits: string): string {
	const negative = digits.startsWith('-');
	const [whole = '', decimals = ''] = digits.replace(/^-/, '').split('.');
	const shortWhole = whole.replace(/^0+(?=\d)/, '') || '0';
	const amount = `${shortWhole}.${decimals.padEnd(2, '0')}`;
	return negative && /[1-9]/.test(amount) ? `-${amount}` : amount;
}
