import type { ValueCase } from './valueCase';

/** Text, and numbers as text. */
export const textCases: Array<ValueCase<string>> = [
	{ given: ' 2026-001 ', result: '2026-001' },
	{ given: '2026-001\u200b', result: '2026-001', note: 'copied along: what cannot be seen' },
	{ given: '', result: '' },
	{ given: 2026001, result: '2026001', note: 'an invoice number from a spreadsheet' },
	{ given: 2026.1, result: '2026.1' },
	{ given: -12, result: '-12' },
	{
		given: 9007199254740991,
		result: '9007199254740991',
		note: 'the largest whole number that is exact',
	},
	{ given: 1234567.12345678, result: '1234567.12345678' },
	{
		given: 12345678901234567000,
		refused:
			'is a number with more digits than numbers can hold exactly: 12345678901234567000. Pass it as text, from the step in which it still has all its digits.',
	},
	{
		given: 9007199254740992,
		refused:
			'is a number with more digits than numbers can hold exactly: 9007199254740992. Pass it as text, from the step in which it still has all its digits.',
	},
	{
		given: 1e21,
		refused:
			'is a number with more digits than numbers can hold exactly: 1e+21. Pass it as text, from the step in which it still has all its digits.',
	},
	{
		given: 0.30000000000000004,
		refused:
			'is a number with more digits than numbers can hold exactly: 0.30000000000000004. Pass it as text, from the step in which it still has all its digits.',
	},
	{
		given: 1e-7,
		refused:
			'is a number with more digits than numbers can hold exactly: 1e-7. Pass it as text, from the step in which it still has all its digits.',
	},
	{
		given: 1.5e300,
		refused:
			'is a number with more digits than numbers can hold exactly: 1.5e+300. Pass it as text, from the step in which it still has all its digits.',
	},
	{ given: NaN, refused: 'is not text: NaN. Use text, or map one field of the input.' },
	{ given: true, refused: 'is not text: true. Use text, or map one field of the input.' },
	{ given: null, refused: 'is not text: null. Use text, or map one field of the input.' },
	{ given: {}, refused: 'is not text: {}. Use text, or map one field of the input.' },
	{ given: [], refused: 'is not text: []. Use text, or map one field of the input.' },
];
