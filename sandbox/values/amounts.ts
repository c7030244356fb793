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

/** The total of lines with VAT. Everything is added up exactly and rounded once, to whole cents. */
export function totalInclVat(lines: Line[]): string {
	const amounts = lines.map((line) => ({
		...decimalOf(line.amountExclVat),
		percentage: BigInt(100 + line.vatRate),
	}));
	const decimals = Math.max(0, ...amounts.map((amount) => amount.decimals));
	const digits = amounts.reduce(
		(sum, amount) =>
			sum + amount.digits * 10n ** BigInt(decimals - amount.decimals) * amount.percentage,
		0n,
	);
	return centsToText(toCents({ digits, decimals: decimals + 2 }));
}
