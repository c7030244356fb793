import { sentLinesOf } from '../../../nodes/shared/values/invoiceLines';

const line = { description: 'Website', amountExclVat: '12.95', vatRate: 21 };
const withVat = { description: 'Website', amountInclVat: '10.00', vatRate: 21 };

it.each([
	[undefined, '12.345', '12.345'],
	['1', '12.345', '12.345'],
	['01', '12.345', '12.345'],
	['1.', '12.345', '12.345'],
	['1.000', '12.345', '12.345'],
	['11', '1.00', '11.00'],
	['1.5', '1.00', '1.50'],
	['1.01', '1.00', '1.01'],
	['10', '1.00', '10.00'],
	['0.1', '1.00', '0.10'],
	['2', '12.345', '24.69'],
])('a line of %p times %s is sent as %s', (quantity, amountExclVat, sent) => {
	expect(sentLinesOf([{ ...line, amountExclVat, quantity }])).toEqual({
		lines: [{ description: 'Website', amountExclVat: sent, vatRate: 21 }],
	});
});

it('amounts with VAT are worked out for all lines together, once one has any', () => {
	expect(sentLinesOf([withVat, { ...withVat, quantity: '2', vatRate: 9 }])).toEqual({
		lines: [
			{ description: 'Website', amountExclVat: '8.27', vatRate: 21 },
			{ description: 'Website', amountExclVat: '18.34', vatRate: 9 },
		],
		totals: { totalInclVatGiven: '30.00', totalInclVatReached: '30.00' },
	});
	expect(sentLinesOf([withVat]).totals).toEqual({
		totalInclVatGiven: '10.00',
		totalInclVatReached: '9.99',
	});
	const mixed = sentLinesOf([
		{ ...line, amountInclVat: '0.00' },
		{ ...withVat, amountInclVat: '1.21' },
	]);
	expect(mixed.lines.map(({ amountExclVat }) => amountExclVat)).toEqual(['0.00', '1.00']);
});

it('no lines are none', () => {
	expect(sentLinesOf([])).toEqual({ lines: [] });
});
