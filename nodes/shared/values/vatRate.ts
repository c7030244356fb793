import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** The Dutch VAT percentages the API knows (docs/api-facts.md, Formats). */
export const VAT_RATES = [0, 9, 21] as const;

/** What calculations leave behind: 1.21 - 1 is 0.20999999999999996. */
const LARGEST_NOISE = 1e-9;

/**
 * A VAT percentage as the API takes it.
 * @param value Percentage, or fraction as a spreadsheet keeps percentages (0.21); number, or text with or
 * without decimals and percent sign.
 * @throws WrongValue
 */
export function toVatRate(value: unknown): number {
	const { number, isPercentage } = typeof value === 'string' ? readText(value) : numberOf(value);
	const whole = VAT_RATES.find((rate) => isNear(number, rate));
	const fraction = VAT_RATES.find((rate) => isNear(number, rate / 100));
	const rate = whole ?? (isPercentage ? undefined : fraction);
	if (rate !== undefined) return rate;
	throw new WrongValue(`is not a VAT rate: ${quote(value)}`, cureFor(number, fraction));
}

interface GivenRate {
	/** NaN where it is no number. */
	number: number;
	isPercentage: boolean;
}

/** `21`, `21,0`, `21.00%`, `9 %`, `0,21` */
const RATE = /^(\d{1,3})(?:[.,](\d{1,6}))?(\s?%)?$/;

function readText(text: string): GivenRate {
	const [, whole, decimals = '', sign] = RATE.exec(visibleText(text)) ?? [];
	const number = whole === undefined ? NaN : Number(`${whole}.${decimals}`);
	return { number, isPercentage: sign !== undefined };
}

function numberOf(value: unknown): GivenRate {
	return { number: typeof value === 'number' ? value : NaN, isPercentage: false };
}

function isNear(number: number, expected: number): boolean {
	return Math.abs(number - expected) < LARGEST_NOISE;
}

function cureFor(number: number, fraction: number | undefined): string {
	if (fraction !== undefined)
		return `Write ${fraction}% or 0.${String(fraction).padStart(2, '0')}.`;
	const factor = VAT_RATES.find((rate) => isNear(number, 1 + rate / 100));
	if (factor !== undefined && factor > 0) return `That is a factor; the rate is ${factor}.`;
	if (Number.isInteger(number) || Number.isNaN(number)) return 'Use 0, 9 or 21.';
	return 'Use 0, 9 or 21, or as fraction of 1: 0, 0.09 or 0.21.';
}
