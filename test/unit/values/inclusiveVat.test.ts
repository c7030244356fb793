import fc from 'fast-check';
import {
	amountOfQuantity,
	centsOf,
	centsToText,
	decimalOf,
} from '../../../nodes/shared/values/decimal';
import { exclusiveAmounts, type InclusiveLine } from '../../../nodes/shared/values/inclusiveVat';

const line = (amountInclVat: string, vatRate: number, quantity = '1'): InclusiveLine => ({
	amountInclVat,
	vatRate,
	quantity,
});
const cents = (text: string): bigint => centsOf(decimalOf(text));

/** What an invoice comes to: the VAT of each rate on the sum of its lines, in a way of its own. */
function totalOf(lines: InclusiveLine[], exclusive: bigint[]): bigint {
	const sums = new Map<number, bigint>();
	lines.forEach(({ vatRate }, index) => {
		sums.set(vatRate, (sums.get(vatRate) ?? 0n) + (exclusive[index] ?? 0n));
	});
	return [...sums].reduce((total, [rate, sum]) => {
		const vat = amountOfQuantity(centsToText(sum), `0.${String(rate).padStart(2, '0')}`);
		return total + sum + cents(vat);
	}, 0n);
}

/** A million of these are a cent: as many decimals as the amounts and quantities below have together. */
const MILLION = 1_000_000n;

/** Price × quantity in millionths of a cent. */
function exactOf({ amountInclVat, quantity }: InclusiveLine): bigint {
	const thousandths = (text: string): bigint => {
		const [whole = '', fraction = ''] = text.split('.');
		return BigInt(whole + fraction.padEnd(4, '0'));
	};
	return thousandths(amountInclVat) * thousandths(quantity);
}

function givenTotal(lines: InclusiveLine[]): bigint {
	const exact = lines.reduce((total, given) => total + exactOf(given), 0n);
	const magnitude = ((exact < 0n ? -exact : exact) + MILLION / 2n) / MILLION;
	return exact < 0n ? -magnitude : magnitude;
}

/** The amount of a line without VAT, in millionths of cents times (100 + rate). */
const scaledExact = (given: InclusiveLine): bigint => exactOf(given) * 100n;

/** Every way to round the lines down or up. */
function allRoundings(lines: InclusiveLine[]): bigint[][] {
	return lines.reduce<bigint[][]>(
		(ways, given) => {
			const factor = BigInt(100 + given.vatRate) * MILLION;
			const exact = scaledExact(given);
			const down = (exact - (((exact % factor) + factor) % factor)) / factor;
			const both = down * factor === exact ? [down] : [down, down + 1n];
			return ways.flatMap((way) => both.map((amount) => [...way, amount]));
		},
		[[]],
	);
}

const wholeCents = fc
	.integer({ min: -2000, max: 20_000 })
	.map((value) => centsToText(BigInt(value)));
const partsOfCents = fc
	.tuple(wholeCents, fc.constantFrom('5', '25', '33', '67'))
	.map(([text, more]) => text + more);
const amounts = fc.oneof(wholeCents, partsOfCents);
const rates = fc.constantFrom(0, 9, 21);
const quantities = fc.constantFrom('1', '2', '3', '0.5', '1.25', '-1');
const anyLine = fc.record({ amountInclVat: amounts, quantity: quantities, vatRate: rates });

describe('exclusiveAmounts', () => {
	it.each([
		['one line', [line('121.00', 21)], ['100.00'], '121.00'],
		[
			'three rates',
			[line('121.00', 21), line('10.90', 9), line('5.00', 0)],
			['100.00', '10.00', '5.00'],
			'136.90',
		],
		['quantities', [line('1.21', 21, '3'), line('0.333', 0, '3')], ['3.00', '1.00'], '4.63'],
		['a discount', [line('121.00', 21), line('-12.10', 21)], ['100.00', '-10.00'], '108.90'],
		[
			'two halves that make a whole',
			[line('10.00', 21), line('10.00', 21)],
			['8.27', '8.26'],
			'20.00',
		],
		[
			'a cent that another rate makes up for',
			[line('10.00', 21), line('5.00', 9), line('5.01', 9)],
			['8.26', '4.59', '4.60'],
			'20.01',
		],
		[
			'three lines rounded up together, for a cent that another rate misses',
			[line('8.10', 21), line('3.07', 9), line('3.07', 9), line('3.07', 9)],
			['6.69', '2.82', '2.82', '2.82'],
			'17.31',
		],
		[
			'parts of cents that make whole ones',
			[line('0.125', 21), line('0.125', 21), line('0.125', 21), line('0.125', 21)],
			['0.11', '0.10', '0.10', '0.10'],
			'0.50',
		],
		[
			'three thirds',
			[line('3.333333', 0), line('3.333333', 0), line('3.333334', 0)],
			['3.33', '3.33', '3.34'],
			'10.00',
		],
		['nothing', [], [], '0.00'],
	])('works out %s', (_what, lines, expected, total) => {
		expect(exclusiveAmounts(lines)).toEqual({
			amountsExclVat: expected,
			totalGiven: total,
			totalReached: total,
		});
	});

	it('gives left-over cents to the lines of which most is cut off', () => {
		// Without VAT 0.826…, 1.652…, 2.479…, together 4.958…: the cent goes to the first (0.6 cut off).
		const lines = [line('1.00', 21), line('2.00', 21), line('3.00', 21)];
		expect(exclusiveAmounts(lines).amountsExclVat).toEqual(['0.83', '1.65', '2.48']);
	});

	it('takes the nearest total where none is the one given, and says so', () => {
		expect(exclusiveAmounts([line('10.00', 21)])).toEqual({
			amountsExclVat: ['8.26'],
			totalGiven: '10.00',
			totalReached: '9.99',
		});
		expect(exclusiveAmounts([line('10.000', 21)]).amountsExclVat).toEqual(['8.26']);
		expect(exclusiveAmounts([line('0.06', 9)])).toMatchObject({
			totalGiven: '0.06',
			totalReached: '0.07',
		});
		expect(exclusiveAmounts([line('-10.00', 21)])).toMatchObject({
			amountsExclVat: ['-8.26'],
			totalReached: '-9.99',
		});
	});

	it.each([
		[21, 121, 21],
		[9, 109, 9],
		[0, 100, 0],
	])('at %i %% misses, of %i totals in a row, %i by a cent', (rate, count, expected) => {
		const missed = Array.from({ length: count }, (_nothing, index) => {
			const { totalGiven, totalReached } = exclusiveAmounts([
				line(centsToText(BigInt(index + 1)), rate),
			]);
			return cents(totalReached) - cents(totalGiven);
		}).filter((difference) => difference !== 0n);
		expect(missed).toHaveLength(expected);
		expect(missed.every((difference) => difference === 1n || difference === -1n)).toBe(true);
	});

	it('comes as near to the total as any rounding of the lines does', () => {
		fc.assert(
			fc.property(fc.array(anyLine, { maxLength: 7 }), (lines) => {
				const { amountsExclVat, totalGiven, totalReached } = exclusiveAmounts(lines);
				const given = givenTotal(lines);
				const distance = (total: bigint) => (total < given ? given - total : total - given);
				const chosen = amountsExclVat.map(cents);
				expect(cents(totalGiven)).toBe(given);
				expect(cents(totalReached)).toBe(totalOf(lines, chosen));
				const distances = allRoundings(lines).map((way) => distance(totalOf(lines, way)));
				const least = distances.reduce((one, other) => (other < one ? other : one));
				expect(distance(cents(totalReached))).toBe(least);
			}),
			{ numRuns: 1000 },
		);
	});

	it('keeps the order, each line within a cent of its exact amount, and equal lines within a cent', () => {
		fc.assert(
			fc.property(fc.array(anyLine, { maxLength: 60 }), (lines) => {
				const { amountsExclVat } = exclusiveAmounts(lines);
				expect(amountsExclVat).toHaveLength(lines.length);
				lines.forEach((given, index) => {
					const factor = BigInt(100 + given.vatRate) * MILLION;
					const off = cents(amountsExclVat[index] ?? '') * factor - scaledExact(given);
					expect(off < factor && off > -factor).toBe(true);
				});
			}),
		);
	});

	it('reaches the total of many lines of one rate whenever it exists, also with 5,000 lines', () => {
		const manyLines = fc.array(
			fc.record({ amountInclVat: amounts, quantity: quantities, vatRate: fc.constant(21) }),
			{
				minLength: 5000,
				maxLength: 5000,
			},
		);
		fc.assert(
			fc.property(manyLines, (lines) => {
				const { totalGiven, totalReached } = exclusiveAmounts(lines);
				const given = givenTotal(lines);
				const nearest = (given * 100n) / 121n;
				const reachable = [-1n, 0n, 1n].some(
					(step) => totalOf([line('0', 21)], [nearest + step]) === given,
				);
				expect(cents(totalGiven)).toBe(given);
				expect(totalReached === totalGiven).toBe(reachable);
			}),
			{ numRuns: 5 },
		);
	});
});
