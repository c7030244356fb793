import { withoutTrailing } from './trailing';
import { quote, WrongValue } from './wrongValue';

/**
 * Sums and products of decimals leave digits that nobody meant (0.1 + 0.2 = 0.30000000000000004). They
 * are told from meant ones by their size: no more than the rounding of a few thousand additions.
 */
const LARGEST_NOISE = 1e-12;

/** Never so much that a tenth of a cent would be lost. */
const LARGEST_NOISE_IN_EUROS = 1e-4;

/** Below it a number holds two decimals for certain: 15 digits survive in it (IEEE 754, binary64). */
const LARGEST_EXACT = 1e13;

/**
 * The digits of a number, or those that a text stands for.
 * @returns undefined for anything else.
 * @throws WrongValue for a number so large that its decimals may be lost; what reading the text throws.
 */
export function digitsOf(
	value: unknown,
	readText: (text: string) => string | undefined,
): string | undefined {
	if (typeof value === 'number') return digitsOfNumber(value);
	return typeof value === 'string' ? readText(value) : undefined;
}

/**
 * The digits of a number that were meant, without exponent: `12.5`, `0.3` for 0.1 + 0.2.
 * @returns undefined for NaN and infinity.
 * @throws WrongValue for a number so large that its decimals may be lost.
 */
export function digitsOfNumber(value: number): string | undefined {
	if (!Number.isFinite(value)) return undefined;
	if (Math.abs(value) >= LARGEST_EXACT) {
		throw new WrongValue(
			`is too large to be exact as a number: ${quote(value)}`,
			'Pass it as text, for example "1234567890123456.78".',
		);
	}
	const integerDigits = Math.trunc(Math.abs(value)).toString().length;
	const decimals = Math.min(8, Math.max(2, 13 - integerDigits));
	const rounded = Number(value.toFixed(decimals));
	const noise = Math.min(LARGEST_NOISE * Math.max(1, Math.abs(value)), LARGEST_NOISE_IN_EUROS);
	return plainDigits(Math.abs(rounded - value) <= noise ? rounded : value);
}

/** The shortest digits that make the number, without exponent; what is below 1e-20 is noise. */
function plainDigits(value: number): string {
	const shortest = String(value);
	return shortest.includes('e') ? withoutTrailing(value.toFixed(20), '0') : shortest;
}

/** The text with every sign that stands for a minus as `-`: word processors write other ones. */
export function withPlainMinus(text: string): string {
	return text.replace(/[\u2212\u2013\u2014]/g, '-');
}

/** More digits than any text means: beyond it, it is no number but something that went wrong. */
const LONGEST_NUMBER = 60;

/** Digits in groups of three; a group at the front never begins with a zero. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,\s])\d{3})(?:\1\d{3})*$/;

/**
 * The digits that a text without sign or currency stands for: `1.234,56`, `1,234.56` and `1 234,56` give
 * `1234.56`, `,5` gives `0.5`.
 * @param original What is quoted where it has two readings.
 * @returns undefined where the text is no number.
 * @throws WrongValue for what has two readings, such as "1.234".
 */
export function digitsOfText(text: string, original: string): string | undefined {
	if (text.length > LONGEST_NUMBER) return undefined;
	const [whole = '', group = '', ...others] = text.split(/[.,]/);
	const isSingleGroup = others.length === 0 && GROUPED.test(text) && group !== '';
	if (isSingleGroup) {
		throw new WrongValue(
			`can be read as ${whole}${group}.00 or as ${whole}.${group}: ${quote(original)}`,
			`Write ${whole}${group}.00 or ${whole}.${group}0, or pass a number.`,
		);
	}
	if (/^\d+$/.test(text)) return text;
	if (GROUPED.test(text)) return text.replace(/\D/g, '');
	return digitsWithDecimals(text);
}

function digitsWithDecimals(text: string): string | undefined {
	const [, whole = '', mark, decimals = ''] = /^([\d.,\s]*)([.,])(\d+)$/.exec(text) ?? [];
	if (mark === undefined) return undefined;
	const separator = GROUPED.exec(whole)?.[1];
	const isGrouped = separator !== undefined && separator !== mark;
	if (!isGrouped && !/^\d*$/.test(whole)) return undefined;
	return `${whole.replace(/\D/g, '') || '0'}.${decimals}`;
}
