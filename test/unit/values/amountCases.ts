import type { ValueCase } from './valueCase';

/** Amounts: what the API gets. */
export const amountCases: Array<ValueCase<string>> = [
	{ given: 12.5, result: '12.50' },
	{ given: 0.30000000000000004, result: '0.30', note: '0.1 + 0.2' },
	{ given: 0, result: '0.00' },
	{ given: -0, result: '0.00' },
	{ given: -12.5, result: '-12.50' },
	{ given: 12.345, result: '12.345', note: 'never rounded' },
	{ given: 1.005, result: '1.005' },
	{ given: 15.669500000000001, result: '15.6695' },
	{ given: 10.743801652892563, result: '10.743801652892563' },
	{ given: 1e-7, result: '0.0000001' },
	{ given: 1.25e-9, result: '0.00000000125' },
	{ given: 123456789012.34, result: '123456789012.34' },
	{ given: 123456789012.345, result: '123456789012.345' },
	{ given: 9999999999999.99, result: '9999999999999.99', note: 'the largest as a number' },
	{ given: '12.95', result: '12.95' },
	{ given: '12,95', result: '12.95' },
	{ given: '€ 1.234,56', result: '1234.56' },
	{ given: '€\u00a01.234,56', result: '1234.56' },
	{ given: '1.234,56 EUR', result: '1234.56' },
	{ given: 'EUR 12', result: '12.00' },
	{ given: '12 euro', result: '12.00' },
	{ given: '-€ 12,50', result: '-12.50' },
	{ given: '€ -12,50', result: '-12.50' },
	{ given: '- € 12,50', result: '-12.50' },
	{ given: '+12,50', result: '12.50' },
	{ given: '-0,00', result: '0.00' },
	{ given: '−12,50', result: '-12.50' },
	{ given: '12,50-', result: '-12.50', note: 'SAP, older bookkeepings' },
	{ given: '€ 12,50-', result: '-12.50' },
	{ given: '12,50- €', result: '-12.50' },
	{ given: '12,50+', result: '12.50' },
	{ given: '12,- €', result: '12.00' },
	{ given: '€ 12,-', result: '12.00', note: 'price tag' },
	{ given: '€ 1.250,-', result: '1250.00' },
	{ given: '-12,-', result: '-12.00' },
	{ given: '12,--', result: '12.00' },
	{ given: '12.-', result: '12.00' },
	{ given: '€ 12,–', result: '12.00' },
	{ given: '1,234.56', result: '1234.56' },
	{ given: '1 234,56', result: '1234.56' },
	{ given: '1.234.567', result: '1234567.00' },
	{ given: '1,234,567', result: '1234567.00' },
	{ given: '1 234 567', result: '1234567.00' },
	{ given: '1.234.567,8', result: '1234567.80' },
	{ given: '12,345,678.9', result: '12345678.90' },
	{ given: '0,125', result: '0.125' },
	{ given: '1234.567', result: '1234.567' },
	{ given: '12.3456', result: '12.3456' },
	{ given: '12.5000', result: '12.5000' },
	{ given: '.5', result: '0.50' },
	{ given: ',5', result: '0.50' },
	{ given: '007.5', result: '7.50' },
	{ given: ' 7 ', result: '7.00' },
	{ given: '\u200b12,50\u200b', result: '12.50' },
	{
		given: '1234567890123456.78',
		result: '1234567890123456.78',
		note: 'larger than a number can hold',
	},
	{ given: '0,125-', result: '-0.125' },
	{
		given: '1.234',
		refused:
			'can be read as 1234.00 or as 1.234: "1.234". Write 1234.00 or 1.2340, or pass a number.',
	},
	{
		given: '1,234',
		refused:
			'can be read as 1234.00 or as 1.234: "1,234". Write 1234.00 or 1.2340, or pass a number.',
	},
	{
		given: '€ 12.345',
		refused:
			'can be read as 12345.00 or as 12.345: "€ 12.345". Write 12345.00 or 12.3450, or pass a number.',
	},
	{
		given: '-999,999',
		refused:
			'can be read as 999999.00 or as 999.999: "-999,999". Write 999999.00 or 999.9990, or pass a number.',
	},
	{
		given: '12-',
		refused: 'can be read as -12.00 or as 12.00: "12-". Write -12.00 or 12.00, or pass a number.',
	},
	{
		given: '€ 12 €',
		refused: 'has more than one currency sign: "€ 12 €". Give one amount, such as "€ 12,95".',
	},
	{
		given: 'EUR 12 €',
		refused: 'has more than one currency sign: "EUR 12 €". Give one amount, such as "€ 12,95".',
	},
	{
		given: '12€50',
		refused:
			'is not an amount: "12€50". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '€',
		refused:
			'is not an amount: "€". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '$12',
		refused:
			'is not an amount in euros: "$12". The API takes euros only: convert the amount in a step before.',
	},
	{
		given: '12 USD',
		refused:
			'is not an amount in euros: "12 USD". The API takes euros only: convert the amount in a step before.',
	},
	{
		given: 999999999999999.9,
		refused:
			'is too large to be exact as a number: 999999999999999.9. Pass it as text, for example "1234567890123456.78".',
	},
	{
		given: 10000000000000,
		refused:
			'is too large to be exact as a number: 10000000000000. Pass it as text, for example "1234567890123456.78".',
	},
	{
		given: -10000000000000,
		refused:
			'is too large to be exact as a number: -10000000000000. Pass it as text, for example "1234567890123456.78".',
	},
	{
		given: NaN,
		refused:
			'is not an amount: NaN. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: Infinity,
		refused:
			'is not an amount: Infinity. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '12.5.6',
		refused:
			'is not an amount: "12.5.6". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '12,34,56',
		refused:
			'is not an amount: "12,34,56". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '1.23,4.5',
		refused:
			'is not an amount: "1.23,4.5". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '1.2345,67',
		refused:
			'is not an amount: "1.2345,67". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '0.123,45',
		refused:
			'is not an amount: "0.123,45". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '1 234.567,89',
		refused:
			'is not an amount: "1 234.567,89". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '1.234 567',
		refused:
			'is not an amount: "1.234 567". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '1e3',
		refused:
			'is not an amount: "1e3". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '--12',
		refused:
			'is not an amount: "--12". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '-12,50-',
		refused:
			'is not an amount: "-12,50-". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '12 50',
		refused:
			'is not an amount: "12 50". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '(12.50)',
		refused:
			'is not an amount: "(12.50)". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '12,',
		refused:
			'is not an amount: "12,". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '.',
		refused:
			'is not an amount: ".". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: 'abc',
		refused:
			'is not an amount: "abc". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: 'abc12',
		refused:
			'is not an amount: "abc12". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '12abc',
		refused:
			'is not an amount: "12abc". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '',
		refused:
			'is not an amount: "". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: '   ',
		refused:
			'is not an amount: " ". Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: null,
		refused:
			'is not an amount: null. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: undefined,
		refused:
			'is not an amount: undefined. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: true,
		refused:
			'is not an amount: true. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: {},
		refused:
			'is not an amount: {}. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
	{
		given: [12],
		refused:
			'is not an amount: [12]. Use a number such as 12.95, or text such as "12,95" or "€ 1.234,56".',
	},
];
