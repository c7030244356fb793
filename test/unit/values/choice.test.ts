import { toChoice } from '../../../nodes/shared/values/choice';

describe('toChoice', () => {
	it('takes a value that is known, also with white space around', () => {
		expect(toChoice(' 1 month\u200b', ['14 days', '1 month'])).toBe('1 month');
	});

	it.each(['2 months', '', '1 MONTH', null, ['1 month']])('refuses %p', (given) => {
		expect(() => toChoice(given, ['14 days', '1 month', '1 year'])).toThrow(
			/^is not one of the possible values: .*\. Use 14 days, 1 month or 1 year\.$/,
		);
	});
});
