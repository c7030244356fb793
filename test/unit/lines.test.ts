import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { fromLines, lines } from '../../nodes/MijnKlantportaal/fields/lineFields';

/** What the lines need of n8n to be read: what is chosen in Line Amounts. */
function contextWith(lineAmounts: string): IExecuteSingleFunctions {
	return { getNodeParameter: () => lineAmounts } as unknown as IExecuteSingleFunctions;
}

function readLines(given: unknown, lineAmounts = 'exclVat'): unknown {
	const field = lines.find(({ property }) => property.name === 'linesJson');
	return field?.mapping?.read(given, contextWith(lineAmounts));
}

/** What is sent of lines, and what the output tells of them. */
function complete(given: unknown, lineAmounts?: string): unknown {
	const { body, added } = fromLines('invoiceNumber').complete({
		customerId: 'cst_1',
		lineAmounts,
		specifyLines: 'json',
		lines: readLines(given, lineAmounts) as IDataObject[],
	});
	expect(body).toEqual({ customerId: 'cst_1', lines: body.lines });
	return { lines: body.lines, ...added };
}

const line = { description: 'Website', amountExclVat: '12,95', vatRate: '21' };
const withVat = { description: 'Website', amountInclVat: '12,10', vatRate: '21%' };

describe('lines', () => {
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
		[
			[{ ...line, amountExclVat: '€ 12,95 €' }],
			'has a line 1 whose Amount Excl. VAT has more than one currency sign: "€ 12,95 €". Give one amount, such as "€ 12,95".',
		],
		[[{ ...line, description: ' ' }], 'has no Description in line 1'],
		[[{ ...line, constructor: 1 }], 'has an unknown field "constructor" in line 1'],
		[[{ ...line, discount: 2 }], 'has an unknown field "discount" in line 1'],
		[[{ ...line, quantity: 'two' }], 'has a line 1 whose Quantity is not a quantity: "two"'],
		[
			[line, { ...line, amountExclVat: '' }],
			'has no Amount Excl. VAT in line 2. Give each line a description, amountExclVat and vatRate',
		],
		[
			[line, withVat],
			'has Amount Incl. VAT in line 2, where Line Amounts is "Without VAT". Give amountExclVat instead of amountInclVat, in all lines, or choose "Including VAT" in Line Amounts.',
		],
	])('refuses %p', (given, finding) => {
		expect(() => readLines(given)).toThrow(finding);
	});

	it.each([
		[
			[withVat, line],
			'has Amount Excl. VAT in line 2, where Line Amounts is "Including VAT". Give amountInclVat instead of amountExclVat, in all lines, or choose "Without VAT" in Line Amounts.',
		],
		[
			[{ ...withVat, vatRate: '' }],
			'has no VAT Rate in line 1. Give each line a description, amountInclVat and vatRate',
		],
		[[{ ...withVat, amountInclVat: '' }], 'has no Amount Incl. VAT in line 1'],
	])('refuses %p where amounts include VAT', (given, finding) => {
		expect(() => readLines(given, 'inclVat')).toThrow(finding);
	});

	it('tells the names of the canvas where lines are filled in there', () => {
		const field = lines.find(({ property }) => property.name === 'lines');
		expect(() => field?.mapping?.read({ line: [withVat] }, contextWith('exclVat'))).toThrow(
			'Give Amount Excl. VAT instead of Amount Incl. VAT, in all lines, or choose "Including VAT" in Line Amounts.',
		);
	});

	it('sends a line of the API as it is, also with more than two decimals', () => {
		const given = [{ ...line, amountExclVat: '0.12345' }];
		expect(complete(given)).toEqual({
			lines: [{ description: 'Website', amountExclVat: '0.12345', vatRate: 21 }],
		});
	});

	it.each([
		['12,95', 3, '38.85'],
		['0.0825', 1234, '101.81'],
		['72.25', '1,5', '108.38'],
		['0.1', 3, '0.30'],
		['-5', 2, '-10.00'],
		['12.95', -1, '-12.95'],
		['12.95', 0, '0.00'],
		['0.12345', '1,0', '0.12345'],
		['0.12345', '', '0.12345'],
	])('sends %s × %s as %s', (amountExclVat, quantity, sent) => {
		expect(complete([{ ...line, amountExclVat, quantity }])).toEqual({
			lines: [{ description: 'Website', amountExclVat: sent, vatRate: 21 }],
		});
	});

	it('works amounts including VAT out for all lines together, and tells both totals', () => {
		const [one, two] = [
			{ ...withVat, amountInclVat: '10' },
			{ ...withVat, amountInclVat: '5', quantity: 2 },
		];
		expect(complete([one, two], 'inclVat')).toEqual({
			lines: [
				{ description: 'Website', amountExclVat: '8.27', vatRate: 21 },
				{ description: 'Website', amountExclVat: '8.26', vatRate: 21 },
			],
			totalInclVatGiven: '20.00',
			totalInclVatReached: '20.00',
		});
		expect(complete([one], 'inclVat')).toMatchObject({
			totalInclVatGiven: '10.00',
			totalInclVatReached: '9.99',
		});
	});
});
