import type { ValueCase } from './valueCase';

/** E-mail addresses. */
export const emailCases: Array<ValueCase<string>> = [
	{ given: 'jan@x.nl', result: 'jan@x.nl' },
	{ given: ' jan@x.nl\n', result: 'jan@x.nl' },
	{ given: 'jan@x.nl;', result: 'jan@x.nl' },
	{ given: 'jan@x.nl,', result: 'jan@x.nl' },
	{ given: 'jan@x.nl.', result: 'jan@x.nl' },
	{ given: 'jan@x.nl ;', result: 'jan@x.nl' },
	{ given: 'mailto:jan@x.nl', result: 'jan@x.nl' },
	{ given: 'MAILTO:jan@x.nl?subject=Invoice', result: 'jan@x.nl' },
	{ given: 'jan@x.nl\u200b', result: 'jan@x.nl' },
	{ given: 'jan@x.nl;\u200b', result: 'jan@x.nl' },
	{ given: 'Jan Jansen <jan@x.nl>', result: 'jan@x.nl' },
	{ given: '"Jansen, Jan" <jan@x.nl>;', result: 'jan@x.nl' },
	{ given: '<mailto:jan@x.nl>', result: 'jan@x.nl' },
	{ given: "o'neil+n8n@sub.x.nl", result: "o'neil+n8n@sub.x.nl" },
	{
		given: 'jan@x.nl; piet@x.nl',
		refused:
			'is more than one e-mail address: "jan@x.nl; piet@x.nl". Use one address such as name@email.com.',
	},
	{
		given: 'Jan <jan@x.nl> x',
		refused:
			'is not an e-mail address: "Jan <jan@x.nl> x". Use one address such as name@email.com.',
	},
	{
		given: 'jan@\u200bx.nl',
		refused: 'is not an e-mail address: "jan@\\u200bx.nl". Use one address such as name@email.com.',
		note: 'an invisible character inside',
	},
	{
		given: 'jan jansen@x.nl',
		refused: 'is not an e-mail address: "jan jansen@x.nl". Use one address such as name@email.com.',
	},
	{
		given: 'jan@x nl',
		refused: 'is not an e-mail address: "jan@x nl". Use one address such as name@email.com.',
	},
	{
		given: 'jan',
		refused: 'is not an e-mail address: "jan". Use one address such as name@email.com.',
	},
	{
		given: 'jan@',
		refused: 'is not an e-mail address: "jan@". Use one address such as name@email.com.',
	},
	{
		given: '@x.nl',
		refused: 'is not an e-mail address: "@x.nl". Use one address such as name@email.com.',
	},
	{
		given: 'x:jan@x.nl',
		refused: 'is not an e-mail address: "x:jan@x.nl". Use one address such as name@email.com.',
	},
	{
		given: 'jan@x.nl>',
		refused: 'is not an e-mail address: "jan@x.nl>". Use one address such as name@email.com.',
	},
	{
		given: 'jan@x.nl;;',
		refused: 'is not an e-mail address: "jan@x.nl;;". Use one address such as name@email.com.',
	},
	{
		given: '<jan@x.nl',
		refused: 'is not an e-mail address: "<jan@x.nl". Use one address such as name@email.com.',
	},
	{
		given: 'x<y<jan@x.nl>',
		refused: 'is not an e-mail address: "x<y<jan@x.nl>". Use one address such as name@email.com.',
	},
	{
		given: 'Jan mailto:jan@x.nl',
		refused:
			'is not an e-mail address: "Jan mailto:jan@x.nl". Use one address such as name@email.com.',
	},
	{ given: '', refused: 'is not an e-mail address: "". Use one address such as name@email.com.' },
	{ given: null, refused: 'is not text: null. Use text, or map one field of the input.' },
];
