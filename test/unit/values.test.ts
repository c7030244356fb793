import fc from 'fast-check';
import { toFlag } from '../../nodes/shared/values/flag';
import { article, toIdentifier } from '../../nodes/shared/values/identifier';
import { toText } from '../../nodes/shared/values/text';
import { toVatRate } from '../../nodes/shared/values/vatRate';
import { quote, WrongValue } from '../../nodes/shared/values/wrongValue';

const CUSTOMER = { noun: 'customer', prefixes: ['cst_'] };

describe('toIdentifier', () => {
	it('takes an identifier of its kind, also with white space around', () => {
		expect(toIdentifier(' cst_abc12345def678\n', CUSTOMER)).toBe('cst_abc12345def678');
		expect(toIdentifier('sub__abc', { noun: 'subscription', prefixes: ['sub_'] })).toBe('sub__abc');
	});

	it.each([
		'',
		'.',
		'..',
		'inv_abc',
		'cst_',
		'cst_a/../b',
		'cst_a?b',
		'cst_a b',
		'CST_abc',
		12,
		null,
		{},
	])('refuses %p', (given) => {
		expect(() => toIdentifier(given, CUSTOMER)).toThrow(WrongValue);
	});

	it('tells what was expected', () => {
		expect(() => toIdentifier('inv_abc', CUSTOMER)).toThrow(
			'is not the ID of a customer: "inv_abc", where cst_… was expected. Use the ID of a customer, such as cst_abc12345def678.',
		);
	});

	it('never lets through what would leave its path segment', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				try {
					expect(encodeURIComponent(toIdentifier(`cst_${text}`, CUSTOMER))).toMatch(/^cst_[\w-]+$/);
				} catch (cause) {
					expect(cause).toBeInstanceOf(WrongValue);
				}
			}),
		);
	});

	it('puts the right article', () => {
		expect([article('invoice'), article('offer'), article('customer')]).toEqual(['an', 'an', 'a']);
	});
});

describe('toVatRate', () => {
	it.each([
		[21, 21],
		['9', 9],
		['0 %', 0],
		[0, 0],
	])('reads %p', (given, expected) => {
		expect(toVatRate(given)).toBe(expected);
	});

	it.each([6, '', null, '21.0', 'high', true, [21]])('refuses %p', (given) => {
		expect(() => toVatRate(given)).toThrow(WrongValue);
	});
});

it('reads flags as expressions hand them over', () => {
	expect([true, 'true', ' TRUE ', 1, '1'].map(toFlag)).toEqual([true, true, true, true, true]);
	expect([false, 'false', 0, '0'].map(toFlag)).toEqual([false, false, false, false]);
	for (const given of ['yes', 2, null, {}]) expect(() => toFlag(given)).toThrow(WrongValue);
});

it('reads text, and numbers as text', () => {
	expect(toText(' 2026-001 ')).toBe('2026-001');
	expect(toText(2026001)).toBe('2026001');
	for (const given of [NaN, {}, [], true]) expect(() => toText(given)).toThrow(WrongValue);
});

it('quotes any value on one short line', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			expect(quote(value)).toMatch(/^[^\n\r]{0,81}$/);
		}),
	);
});
