import { toWholeNumber } from '../../../nodes/shared/values/wholeNumber';

describe('toWholeNumber', () => {
	it.each([
		[1, 1],
		['20', 20],
		[' 007\u200b', 7],
		['9007199254740991', 9007199254740991],
	])('reads %p', (given, expected) => {
		expect(toWholeNumber(given)).toBe(expected);
	});

	it.each([
		0,
		'0',
		-1,
		'-1',
		1.5,
		'1.5',
		'1,5',
		'x1',
		'1x',
		'9007199254740992',
		2 ** 53,
		NaN,
		'',
		null,
	])('refuses %p', (given) => {
		expect(() => toWholeNumber(given)).toThrow(
			/^is not a whole number above zero: .*\. Use a number such as 1 or 20\.$/,
		);
	});

	it('takes text of at most 16 digits', () => {
		expect(toWholeNumber('0'.repeat(15) + '1')).toBe(1);
		expect(() => toWholeNumber('0'.repeat(16) + '1')).toThrow('is not a whole number');
	});
});
