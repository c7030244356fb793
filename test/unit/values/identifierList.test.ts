import { toIdentifierList } from '../../../nodes/shared/values/identifierList';

const CUSTOMER = { noun: 'customer', prefixes: ['cst_'] };

describe('toIdentifierList', () => {
	it.each([
		[['cst_1', ' cst_2 ']],
		['cst_1, cst_2'],
		['cst_1;cst_2;'],
		['cst_1\r\ncst_2'],
		['["cst_1","cst_2"]'],
		['cst_1,cst_2,cst_1'],
	])('reads %p, each once', (given) => {
		expect(toIdentifierList(given, CUSTOMER)).toEqual(['cst_1', 'cst_2']);
	});

	it.each([[''], ['[]'], [[]], [' , ;']])('refuses %p, which names nothing', (given) => {
		expect(() => toIdentifierList(given, CUSTOMER)).toThrow(
			'names nothing. Use the ID of a customer, such as cst_abc12345def678.',
		);
	});

	it('refuses what is of another kind', () => {
		expect(() => toIdentifierList('cst_1, inv_2', CUSTOMER)).toThrow(
			'is not the ID of a customer: "inv_2", where cst_… was expected.',
		);
		expect(() => toIdentifierList(null, CUSTOMER)).toThrow('is not the ID of a customer: null.');
	});
});
