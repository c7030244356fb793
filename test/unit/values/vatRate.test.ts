import fc from 'fast-check';
import { toVatRate, VAT_RATES } from '../../../nodes/shared/values/vatRate';
import { testCases } from './valueCase';
import { vatRateCases } from './vatRateCases';

describe('toVatRate', () => {
	testCases(toVatRate, vatRateCases);

	it('takes a billionth for a rate that was meant, not for the noise of a calculation with 0', () => {
		expect(toVatRate(0.999e-9)).toBe(0);
		expect(() => toVatRate(1e-9)).toThrow('is not a VAT rate: 1e-9');
	});

	it('reads each rate in every way to write it', () => {
		const decimals = fc.constantFrom('', ',0', '.00', ',000000');
		const sign = fc.constantFrom('', '%', ' %', '\u00a0%');
		fc.assert(
			fc.property(fc.constantFrom(...VAT_RATES), decimals, sign, (rate, zeros, percent) => {
				expect(toVatRate(rate)).toBe(rate);
				expect(toVatRate(rate / 100)).toBe(rate);
				expect(toVatRate(`${rate}${zeros}${percent}`)).toBe(rate);
				expect(toVatRate((rate / 100).toFixed(2).replace('.', ','))).toBe(rate);
			}),
		);
	});
});
