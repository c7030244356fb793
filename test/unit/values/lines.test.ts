import { toLines } from '../../../nodes/MijnKlantportaal/values/lines';

describe('toLines', () => {
	const line = { description: 'Website', amountExclVat: '12,95', vatRate: '21' };
	const read = [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }];

	it.each([
		['an array', [line]],
		['one object', line],
		['JSON text', JSON.stringify([line])],
	])('reads %s', (_name, given) => {
		expect(toLines(given)).toEqual(read);
	});

	it.each([
		[[], 'has no lines'],
		['', 'has no lines'],
		['[{', 'is not valid JSON'],
		[[line, 'text'], 'has a line 2 that is no object: "text"'],
		[[{ ...line, vatRate: 6 }], 'has a line 1 whose VAT Rate is not a VAT rate: 6'],
		[
			[line, { ...line, amountExclVat: '1.234' }],
			'has a line 2 whose Amount Excl. VAT can be read as',
		],
		[[{ ...line, description: ' ' }], 'has no Description in line 1'],
		[[{ ...line, quantity: 2 }], 'has an unknown field "quantity" in line 1'],
	])('refuses %p', (given, finding) => {
		expect(() => toLines(given)).toThrow(finding);
	});
});
