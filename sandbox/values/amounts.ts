import type { Line } from '../records';

/** Whether the text is a decimal amount as the API writes it, such as `12.95`. */
export function isAmount(text: string): boolean {
	return /^-?\d+(\.\d+)?$/.test(text);
}

/** An exact decimal number: digits × 10^-decimals. */
interface Decimal {
	digits: bigint;
	decimals: number;
}

function decimalOf(text: string): Decimal {
	const fraction = text.split('.')[1] ?? '';
	return { digits: BigInt(text.replace('.', '')), decimals: fraction.length };
}

function toCents({ digits, decimals }: Decimal): bigint {
	if (decimals <= 2) return digits * 10n ** BigInt(2 - decimals);
	const divisor = 10n ** BigInt(decimals - 2);
	const half = divisor / 2n;
	return digits < 0n ? -((-digits + half) / divisor) : (digits + half) / divisor;
}

function centsToText(cents: bigint): string {
	const absolute = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
	return `${cents < 0n ? '-' : ''}${absolute.slice(0, -2)}.${absolute.slice(-2)}`;
}

/**
 * The total of lines with VAT: the lines of each VAT rate are added up exactly, and rounded once with their
 * VAT, to whole cents. An invoice states the VAT of each rate; that the API rounds so is inferred (I33 in
 * docs/api-facts.md).
 */
export function totalInclVat(lines: Line[]): string {
	const sums = new Map<number, Decimal>();
	for (const { amountExclVat, vatRate } of lines) {
		const amount = decimalOf(amountExclVat);
		const sum = sums.get(vatRate);
		sums.set(vatRate, sum === undefined ? amount : add(sum, amount));
	}
	const totals = [...sums].map(([vatRate, { digits, decimals }]) =>
		toCents({ digits: digits * BigInt(100 + vatRate), decimals: decimals + 2 }),
	);
	return centsToText(totals.reduce((total, cents) => total + cents, 0n));
}

function add(one: Decimal, other: Decimal): Decimal {
	const decimals = Math.max(one.decimals, other.decimals);
	const scaled = (amount: Decimal): bigint =>
		amount.digits * 10n ** BigInt(decimals - amount.decimals);
	return { digits: scaled(one) + scaled(other), decimals };
}
