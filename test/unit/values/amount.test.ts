import fc from 'fast-check';
import { toAmount } from '../../../nodes/shared/values/amount';
import { WrongValue } from '../../../nodes/shared/values/wrongValue';
import { amountCases } from './amountCases';
import { testCases } from './valueCase';

describe('toAmount', () => {
	testCases(toAmount, amountCases);

	it('takes no more than 60 digits, and no more than 80 characters', () => {
		const digits = '9'.repeat(60);
		expect(toAmount(digits)).toBe(`${digits}.00`);
		expect(() => toAmount(`9${digits}`)).toThrow(WrongValue);
		expect(toAmount(`${' '.repeat(90)}${digits}`)).toBe(`${digits}.00`);
		expect(toAmount(`€${' '.repeat(78)}9`)).toBe('9.00');
		expect(() => toAmount(`€${' '.repeat(79)}9`)).toThrow(WrongValue);
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
