import fc from 'fast-check';
import { article, isIdentifier, toIdentifier } from '../../../nodes/shared/values/identifier';
import { WrongValue } from '../../../nodes/shared/values/wrongValue';

const CUSTOMER = { noun: 'customer', prefixes: ['cst_'] };

describe('toIdentifier', () => {
	it('takes an identifier of its kind, also with white space around', () => {
		expect(toIdentifier(' cst_abc12345def678\u200b\n', CUSTOMER)).toBe('cst_abc12345def678');
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
		'cst_a\u200bb',
		'xcst_abc',
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

	it('names every kind that is taken', () => {
		const either = { noun: 'offer', prefixes: ['off_', 'inv_'] };
		expect(toIdentifier('inv_1', either)).toBe('inv_1');
		expect(() => toIdentifier('cst_1', either)).toThrow(
			'is not the ID of an offer: "cst_1", where off_ or inv_… was expected. Use the ID of an offer, such as off_abc12345def678.',
		);
		expect(() => toIdentifier(12, either)).toThrow(
			'is not the ID of an offer: 12. Use the ID of an offer, such as off_abc12345def678.',
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

	it('tells identifiers from other values', () => {
		const either = { prefixes: ['off_', 'inv_'] };
		for (const given of ['off_a', 'inv_b-1']) expect(isIdentifier(given, either)).toBe(true);
		for (const given of ['cst_a', 'inv_', ' inv_a', 'inv_a b', 'xinv_a', 12, null]) {
			expect(isIdentifier(given, either)).toBe(false);
		}
	});

	it('puts the right article', () => {
		expect([article('invoice'), article('offer'), article('customer')]).toEqual(['an', 'an', 'a']);
	});
});
