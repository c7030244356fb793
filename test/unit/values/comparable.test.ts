import { comparable } from '../../../nodes/shared/values/comparable';

it.each([
	['Jan', 'jan'],
	[' Jan  de\n\tVries ', 'jan de vries'],
	['ÉÉN', 'één'],
	['', ''],
	[null, ''],
	[undefined, ''],
	[0, '0'],
	[false, 'false'],
	[12.5, '12.5'],
])('%j is compared as %j', (value, expected) => {
	expect(comparable(value, 'name')).toBe(expected);
});

it.each([
	['decomposed', 'Cafe\u0301 Zon', 'Caf\u00e9 Zon'],
	['decomposed capitals', 'CAFE\u0301', 'caf\u00e9'],
	['a letter with two marks in another order', 'q\u0307\u0323', 'q\u0323\u0307'],
])('%s letters are the same as composed ones', (_how, left, right) => {
	expect(comparable(left, 'name')).toBe(comparable(right, 'name'));
});

it('composes letters in texts of up to 1,000 characters: in longer ones it may take too long', () => {
	const text = (length: number) => 'e\u0301'.padStart(length, 'x');
	const composed = (length: number) => '\u00e9'.padStart(length, 'x');
	expect(comparable(text(1000), 'name')).toBe(composed(999));
	expect(comparable(text(1001), 'name')).not.toBe(composed(1000));
});

describe('an address', () => {
	it.each([
		['HTTPS://Example.COM/hook/Abc', ' https://example.com/hook/Abc '],
		['https://example.com', 'https://example.com/'],
		['https://example.com:443/a', 'https://example.com/a'],
	])('%j is the same as %j', (left, right) => {
		expect(comparable(left, 'url')).toBe(comparable(right, 'url'));
	});

	it.each([
		['https://example.com/hook/Abc', 'https://example.com/hook/aBC'],
		['https://example.com/hook?key=A', 'https://example.com/hook?key=a'],
		['https://example.com/hook', 'https://example.com/hook/'],
		['not an address', 'Not an address'],
	])('%j is another one than %j', (left, right) => {
		expect(comparable(left, 'url')).not.toBe(comparable(right, 'url'));
	});

	it('may be empty', () => {
		expect([null, undefined, ' '].map((value) => comparable(value, 'url'))).toEqual(['', '', '']);
	});
});
