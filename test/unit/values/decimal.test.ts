import fc from 'fast-check';
import {
	amountOfQuantity,
	centsOf,
	centsToText,
	decimalOf,
	divideRounded,
	multiply,
} from '../../../nodes/shared/values/decimal';

describe('decimalOf', () => {
	it.each([
		['12.95', 1295n, 2],
		['-0.5', -5n, 1],
		['7', 7n, 0],
		['-12', -12n, 0],
		['1234567890123456789.01', 123456789012345678901n, 2],
	])('reads %s', (text, units, scale) => {
		expect(decimalOf(text)).toEqual({ units, scale });
	});
});

describe('divideRounded', () => {
	it('is the nearest whole number, halves away from zero', () => {
		expect([4n, 5n, 6n, 14n, 15n].map((units) => divideRounded(units, 10n))).toEqual([
			0n,
			1n,
			1n,
			1n,
			2n,
		]);
		expect([-4n, -5n, -14n, -15n].map((units) => divideRounded(units, 10n))).toEqual([
			0n,
			-1n,
			-1n,
			-2n,
		]);
		expect([1n, 2n, 4n, 5n].map((units) => divideRounded(units, 3n))).toEqual([0n, 1n, 1n, 2n]);
	});

	it('is never further away than half the divisor', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (dividend, divisor) => {
				const rest = 2n * (divideRounded(dividend, divisor) * divisor - dividend);
				expect(rest <= divisor && -rest <= divisor).toBe(true);
			}),
		);
	});
});

it.each([
	[0n, '0.00'],
	[5n, '0.05'],
	[-5n, '-0.05'],
	[100n, '1.00'],
	[-123456n, '-1234.56'],
])('writes %p cents', (cents, expected) => {
	expect(centsToText(cents)).toBe(expected);
	expect(centsOf(decimalOf(expected))).toBe(cents);
});

it.each([
	['7', 700n],
	['7.5', 750n],
	['7.995', 800n],
	['7.9949', 799n],
	['-0.005', -1n],
])('rounds %s to cents', (text, expected) => {
	expect(centsOf(decimalOf(text))).toBe(expected);
});

describe('amountOfQuantity', () => {
	it.each([
		['12.95', '2', '25.90'],
		['12.95', '1.5', '19.43'],
		['-12.95', '1.5', '-19.43'],
		['0.333', '3', '1.00'],
		['10.00', '-1', '-10.00'],
		['10.00', '0', '0.00'],
		['0.01', '0.5', '0.01'],
		['0.01', '0.49', '0.00'],
	])('%s × %s is %s', (amount, quantity, expected) => {
		expect(amountOfQuantity(amount, quantity)).toBe(expected);
	});

	it('is exact for whole quantities, however large', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.bigInt(), (cents, quantity) => {
				expect(amountOfQuantity(centsToText(cents), String(quantity))).toBe(
					centsToText(cents * quantity),
				);
				expect(multiply(decimalOf(centsToText(cents)), decimalOf(String(quantity))).scale).toBe(2);
			}),
		);
	});
});
