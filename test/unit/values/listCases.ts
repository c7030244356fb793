import type { ValueCase } from './valueCase';

/** The parts of a list. */
export const listCases: Array<ValueCase<unknown[]>> = [
	{ given: ['cst_1', 'cst_2'], result: ['cst_1', 'cst_2'] },
	{ given: 'cst_1, cst_2', result: ['cst_1', 'cst_2'] },
	{ given: 'cst_1;cst_2', result: ['cst_1', 'cst_2'] },
	{ given: 'cst_1\r\ncst_2\n', result: ['cst_1', 'cst_2'] },
	{ given: '["cst_1","cst_2"]', result: ['cst_1', 'cst_2'], note: 'JSON' },
	{ given: ' [" cst_1 ", "", 2] ', result: ['cst_1', 2] },
	{ given: 'cst_1\u200b,,', result: ['cst_1'] },
	{ given: '["a,b"]', result: ['a,b'] },
	{ given: '{"a":1}', result: ['{"a":1}'] },
	{ given: '', result: [] },
	{ given: '[]', result: [] },
	{ given: 12, result: [12] },
	{ given: null, result: [null] },
	{
		given: '[x',
		refused:
			'is not a list as JSON: "[x". Write it as ["first", "second"], or with commas: first, second.',
	},
	{
		given: '["a"] x',
		refused:
			'is not a list as JSON: "["a"] x". Write it as ["first", "second"], or with commas: first, second.',
	},
];
