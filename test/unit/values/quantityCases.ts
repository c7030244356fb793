import type { ValueCase } from './valueCase';

/** Quantities. */
export const quantityCases: Array<ValueCase<string>> = [
	{ given: 2, result: '2' },
	{ given: 1.5, result: '1.5' },
	{ given: -1, result: '-1' },
	{ given: 0, result: '0' },
	{ given: 0.30000000000000004, result: '0.3' },
	{ given: 1e-7, result: '0.0000001' },
	{ given: '2', result: '2' },
	{ given: '1,5', result: '1.5' },
	{ given: '1.5', result: '1.5' },
	{ given: ' 0,25 ', result: '0.25' },
	{ given: '-1,5', result: '-1.5' },
	{ given: '\u22121,5', result: '-1.5' },
	{ given: '+2', result: '2' },
	{
		given: '+',
		refused: 'is not a quantity: "+". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{ given: '1.234,5', result: '1234.5' },
	{ given: '1.234.567', result: '1234567' },
	{
		given: '1.234',
		refused:
			'can be read as 1234.00 or as 1.234: "1.234". Write 1234.00 or 1.2340, or pass a number.',
	},
	{
		given: '-1,234',
		refused:
			'can be read as 1234.00 or as 1.234: "-1,234". Write 1234.00 or 1.2340, or pass a number.',
	},
	{
		given: '€ 2',
		refused: 'is not a quantity: "€ 2". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: '2x',
		refused: 'is not a quantity: "2x". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: '--2',
		refused: 'is not a quantity: "--2". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: '-',
		refused: 'is not a quantity: "-". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: '2-',
		refused: 'is not a quantity: "2-". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: '',
		refused: 'is not a quantity: "". Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: null,
		refused: 'is not a quantity: null. Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: true,
		refused: 'is not a quantity: true. Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: NaN,
		refused: 'is not a quantity: NaN. Use a number such as 2 or 1.5, or text such as "1,5".',
	},
	{
		given: 10000000000000,
		refused:
			'is too large to be exact as a number: 10000000000000. Pass it as text, for example "1234567890123456.78".',
	},
];
