import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { lines } from '../../nodes/MijnKlantportaal/fields/lineFields';

/** The lines need nothing of n8n to be read. */
const context = {} as IExecuteSingleFunctions;

function readLines(given: unknown): unknown {
	const field = lines.find(({ property }) => property.name === 'linesJson');
	return field?.mapping?.read(given, context);
}

describe('lines', () => {
	const line = { description: 'Website', amountExclVat: '12,95', vatRate: '21' };
	const read = [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }];

	it.each([
		['an array', [line]],
		['one object', line],
		['JSON text', JSON.stringify([line])],
	])('reads %s', (_name, given) => {
		expect(readLines(given)).toEqual(read);
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
		expect(() => readLines(given)).toThrow(finding);
	});
});
