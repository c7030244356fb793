import fc from 'fast-check';
import { digitsOfNumber, digitsOfText } from '../../../nodes/shared/values/writtenNumber';

describe('digitsOfNumber', () => {
	it.each([
		[0, '0'],
		[-0, '0'],
		[12.5, '12.5'],
		[0.1 + 0.2, '0.3'],
		[-0.1 - 0.2, '-0.3'],
		[1e-13, '0'],
		[1e-12, '0'],
		[3e-12, '0.000000000003'],
		[0.1 + 3e-12, '0.10000000000300001'],
		[99_999_999.12345, '99999999.12345'],
		[1234.000001, '1234.000001'],
		[9_999_999_999_999.98, '9999999999999.98'],
		// Noise is at most a tenth of a tenth of a cent.
		[1e9 + 0.00005, '1000000000'],
		[1e9 + 0.0002, '1000000000.0002'],
		[1e12 + 0.125, '1000000000000.125'],
	])('writes %p as %s', (value, expected) => {
		expect(digitsOfNumber(value)).toBe(expected);
	});

	it.each([NaN, Infinity, -Infinity])('gives nothing for %p', (value) => {
		expect(digitsOfNumber(value)).toBeUndefined();
	});

	it.each([1e13, -1e13, 1e300])('refuses %p', (value) => {
		expect(() => digitsOfNumber(value)).toThrow('is too large to be exact as a number: ');
	});

	it('keeps two decimals of numbers with 15 digits, and all of those with 13', () => {
		const shape = fc.constantFrom([15, 2], [14, 1], [13, 0], [13, 3], [13, 5], [13, 8]);
		const digits = fc.integer({ min: 0, max: 999_999_999_999_999 });
		fc.assert(
			fc.property(digits, shape, (number, [most = 0, scale = 0]) => {
				const text = String(number)
					.slice(0, most)
					.padStart(scale + 1, '0');
				const split = text.length - scale;
				const exact = scale === 0 ? text : `${text.slice(0, split)}.${text.slice(split)}`;
				const expected = exact.includes('.') ? exact.replace(/\.?0+$/, '') : exact;
				expect(digitsOfNumber(Number(exact))).toBe(expected);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('digitsOfText', () => {
	it('reads every number of cents in all ways to group and to separate', () => {
		const marks = fc.constantFrom(
			['.', ','],
			[',', '.'],
			[' ', ','],
			[' ', '.'],
			['\u00a0', ','],
			['', ','],
			['', '.'],
		);
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 999_999_999_99 }),
				marks,
				(cents, [group = '', mark = '']) => {
					const whole = Math.trunc(cents / 100).toString();
					const decimals = String(cents % 100).padStart(2, '0');
					const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
					expect(digitsOfText(`${grouped}${mark}${decimals}`, 'x')).toBe(`${whole}.${decimals}`);
					expect(digitsOfText(whole, 'x')).toBe(whole);
				},
			),
		);
	});

	it.each(['1.234', '12,345', '999.000'])(
		'has two readings of %p and quotes what was given',
		(text) => {
			const [whole, group] = text.split(/[.,]/);
			expect(() => digitsOfText(text, `€ ${text}`)).toThrow(
				`can be read as ${whole}${group}.00 or as ${whole}.${group}: "€ ${text}". Write ${whole}${group}.00 or ${whole}.${group}0, or pass a number.`,
			);
		},
	);

	it.each([
		'',
		'x',
		'1x',
		'x1',
		'x1,5',
		'1,5x',
		'x1.234.567',
		'1.234.567x',
		'1.234,567.890',
		'0.123.456',
		'1.2345.678',
		'1.234.56',
		'1234.567.890',
		'1.234.567.89',
		'1 234 56',
		'12 34,5',
		'-1',
	])('gives nothing for %p', (text) => {
		expect(digitsOfText(text, text)).toBeUndefined();
	});
});
