/** An exact decimal number: units × 10^-scale. */
export interface Decimal {
	units: bigint;
	scale: number;
}

/** The number that a decimal string with a point stands for, such as `-12.95`. */
export function decimalOf(text: string): Decimal {
	const [whole = '', fraction = ''] = text.split('.');
	return { units: BigInt(whole + fraction), scale: fraction.length };
}

/** The exact product. */
export function multiply(one: Decimal, other: Decimal): Decimal {
	return { units: one.units * other.units, scale: one.scale + other.scale };
}

/** The number as a whole number of units of that scale, which is no smaller than its own. */
export function unitsAt(scale: number, number: Decimal): bigint {
	return number.units * 10n ** BigInt(scale - number.scale);
}

/** Whole cents; half a cent goes away from zero, as in PHP's round() and on Dutch invoices. */
export function centsOf(number: Decimal): bigint {
	if (number.scale <= 2) return unitsAt(2, number);
	return divideRounded(number.units, 10n ** BigInt(number.scale - 2));
}

/** A quotient as whole number; halves go away from zero. The divisor is above zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
	const twice = 2n * (dividend < 0n ? -dividend : dividend);
	const magnitude = (twice + divisor) / (2n * divisor);
	return dividend < 0n ? -magnitude : magnitude;
}

/** `-1295n` → `-12.95` */
export function centsToText(cents: bigint): string {
	const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
	return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * What a number of pieces at a price amounts to, exactly multiplied and rounded once, to cents.
 * @param amount Price of one, a decimal string such as `12.95`.
 * @param quantity How many, a decimal string such as `1.5`.
 * @returns Decimal string with two decimals; half a cent goes away from zero.
 */
export function amountOfQuantity(amount: string, quantity: string): string {
	return centsToText(centsOf(multiply(decimalOf(amount), decimalOf(quantity))));
}
