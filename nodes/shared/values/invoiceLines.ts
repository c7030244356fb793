import { amountOfQuantity } from './decimal';
import { exclusiveAmounts } from './inclusiveVat';

/** A line as a person gives it; exactly one of the amounts is there. */
export interface GivenLine {
	description: string;
	/** Price of one without VAT, a decimal string. */
	amountExclVat?: string;
	/** Price of one with VAT, a decimal string. */
	amountInclVat?: string;
	/** How many, a decimal string; one where it is left out. */
	quantity?: string;
	vatRate: number;
}

/** A line as the API takes it. */
export interface SentLine {
	description: string;
	amountExclVat: string;
	vatRate: number;
}

/** What the lines amount to with VAT: as they were given, and as the amounts without VAT come to. */
export interface InclusiveTotals {
	totalInclVatGiven: string;
	totalInclVatReached: string;
}

/**
 * The lines in the form of the API, which knows no quantities and no amounts with VAT. With a quantity
 * other than 1 a line amounts to price × quantity, rounded to cents; without, its amount stays as given,
 * be it with more than two decimals. Amounts with VAT are worked out for all lines together.
 */
export function sentLinesOf(given: readonly GivenLine[]): {
	lines: SentLine[];
	totals?: InclusiveTotals;
} {
	if (given.every(({ amountInclVat }) => amountInclVat === undefined)) {
		return { lines: given.map((line) => toSent(line, amountOf(line))) };
	}
	const { amountsExclVat, totalGiven, totalReached } = exclusiveAmounts(
		given.map(({ amountInclVat = '', quantity = '1', vatRate }) => ({
			amountInclVat,
			quantity,
			vatRate,
		})),
	);
	return {
		lines: given.map((line, index) => toSent(line, amountsExclVat[index] ?? '')),
		totals: { totalInclVatGiven: totalGiven, totalInclVatReached: totalReached },
	};
}

function amountOf({ amountExclVat = '', quantity = '1' }: GivenLine): string {
	return /^0*1(\.0*)?$/.test(quantity) ? amountExclVat : amountOfQuantity(amountExclVat, quantity);
}

function toSent({ description, vatRate }: GivenLine, amountExclVat: string): SentLine {
	return { description, amountExclVat, vatRate };
}
