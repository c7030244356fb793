import fc from 'fast-check';
import { toAmount } from '../../nodes/shared/values/amount';
import { WrongValue } from '../../nodes/shared/values/wrongValue';

describe('toAmount', () => {
	it.each([
		[12.5, '12.50'],
		[0.1 + 0.2, '0.30'],
		[0, '0.00'],
		[-0, '0.00'],
		[-12.5, '-12.50'],
		[12.345, '12.345'],
		[1.005, '1.005'],
		[15.669500000000001, '15.6695'],
		[10.743801652892563, '10.743801652892563'],
		[1e-7, '0.0000001'],
		[123456789012.34, '123456789012.34'],
		[123456789012.345, '123456789012.345'],
		['12.95', '12.95'],
		['12,95', '12.95'],
		['€ 1.234,56', '1234.56'],
		['€\u00a01.234,56', '1234.56'],
		['1.234,56 EUR', '1234.56'],
		['EUR 12', '12.00'],
		['-€ 12,50', '-12.50'],
		['€ -12,50', '-12.50'],
		['\u221212,50', '-12.50'],
		['€ 12,-', '12.00'],
		['€ 1.250,-', '1250.00'],
		['1,234.56', '1234.56'],
		['1 234,56', '1234.56'],
		['1.234.567', '1234567.00'],
		['1,234,567', '1234567.00'],
		['1.234.567,8', '1234567.80'],
		['0,125', '0.125'],
		['1234.567', '1234.567'],
		['12.3456', '12.3456'],
		['12.5000', '12.5000'],
		['.5', '0.50'],
		['007.5', '7.50'],
		[' 7 ', '7.00'],
	])('reads %p as %s', (given, expected) => {
		expect(toAmount(given)).toBe(expected);
	});

	it.each([
		NaN,
		Infinity,
		1e15,
		'',
		'   ',
		'abc',
		'12.5.6',
		'12,34,56',
		'1.23,4.5',
		'1.2345,67',
		'1e3',
		'12-',
		'€',
		'(12.50)',
		null,
		undefined,
		true,
		{},
		[12],
		'12 50',
	])('refuses %p', (given) => {
		expect(() => toAmount(given)).toThrow(WrongValue);
	});

	it.each(['1.234', '1,234', '€ 12.345', '-999,999'])('names both readings of %p', (given) => {
		const [whole, group] = given.replace(/[^\d.,]/g, '').split(/[.,]/);
		expect(() => toAmount(given)).toThrow(
			`can be read as ${whole}${group}.00 or as ${whole}.${group}`,
		);
	});

	it('keeps every amount in cents, written as number, with point, with comma, and the Dutch way', () => {
		fc.assert(
			fc.property(fc.integer({ min: -999_999_999_99, max: 999_999_999_99 }), (cents) => {
				const sign = cents < 0 ? '-' : '';
				const digits = String(Math.abs(cents)).padStart(3, '0');
				const whole = digits.slice(0, -2);
				const decimals = digits.slice(-2);
				const expected = cents === 0 ? '0.00' : `${sign}${whole}.${decimals}`;
				const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
				expect(toAmount(cents / 100)).toBe(expected);
				expect(toAmount(`${sign}${whole}.${decimals}`)).toBe(expected);
				expect(toAmount(`${sign}${whole},${decimals}`)).toBe(expected);
				expect(toAmount(`${sign}€ ${grouped},${decimals}`)).toBe(expected);
			}),
			{ numRuns: 2000 },
		);
	});

	it('gives sums of amounts without the noise of binary numbers', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 300 }), (cents) => {
				const sum = cents.reduce((total, next) => total + next / 100, 0);
				const exact = cents.reduce((total, next) => total + next, 0);
				expect(toAmount(sum)).toBe((exact / 100).toFixed(2));
			}),
		);
	});

	it('answers every text with a decimal string or a refusal', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-€ \d.,]{0,12}$/)), (text) => {
				try {
					expect(toAmount(text)).toMatch(/^-?\d+\.\d{2,}$/);
				} catch (cause) {
					expect(cause).toBeInstanceOf(WrongValue);
				}
			}),
		);
	});
});
