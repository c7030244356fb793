import { quote, WrongValue } from './wrongValue';

/** The Dutch VAT percentages the API knows (docs/api-facts.md, Formats). */
export const VAT_RATES = [0, 9, 21] as const;

/**
 * A VAT percentage as the API takes it. Text such as "21" or "21%" is read too: spreadsheets write it so.
 * @throws WrongValue
 */
export function toVatRate(value: unknown): number {
	const text = typeof value === 'string' ? value.trim().replace(/\s*%$/, '') : value;
	const rate = VAT_RATES.find((candidate) => text === candidate || text === String(candidate));
	if (rate === undefined) {
		throw new WrongValue(`is not a VAT rate: ${quote(value)}`, 'Use 0, 9 or 21.');
	}
	return rate;
}
