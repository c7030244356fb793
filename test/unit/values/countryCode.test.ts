import { toCountryCode } from '../../../nodes/shared/values/countryCode';

describe('toCountryCode', () => {
	it('gives two capitals', () => {
		expect(['NL', 'be', ' De\u200b'].map(toCountryCode)).toEqual(['NL', 'BE', 'DE']);
	});

	it.each(['NLD', 'N', 'N1', '1NL', 'NL1', '', null, 31])('refuses %p', (given) => {
		expect(() => toCountryCode(given)).toThrow(
			/^is not a country code of two letters: .*\. Use a code such as NL, BE or DE\.$/,
		);
	});
});
