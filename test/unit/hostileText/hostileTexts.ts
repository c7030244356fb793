/** A long text, and what it is made of. */
export interface HostileText {
	text: string;
	/** `"-" + " " × 100000 + "x"` */
	description: string;
}

/** Where the readers of addresses think the API is. */
export const API = 'https://api.example.com/v1';

const LENGTH = 100_000;

const BEGINNINGS = [
	'',
	'-',
	'€ ',
	'1',
	'2026-07-01 ',
	'cst_',
	'a@',
	'<',
	'[',
	'https://',
	`${API}?`,
];
const REPEATED = [
	' ',
	'\n',
	'\u200b',
	'1',
	'0',
	',',
	'.',
	'-',
	'/',
	'1,',
	'1 ',
	'.111',
	'a',
	'@',
	'<a',
	'[',
	'€',
	'%',
	'a[]=1&',
	'\u00a0,',
	// Marks that change places when a text is normalised.
	'\u0301\u0316',
];
const ENDS = ['x', '\u0000', '%', ''];

/** The worst texts for readers: the same repeated after each beginning. */
export function textsForReaders(pieces: readonly string[]): HostileText[] {
	return join(BEGINNINGS, REPEATED).concat(textsForPatterns(pieces));
}

/** The worst texts for what looks for these pieces only. */
export function textsForPatterns(pieces: readonly string[]): HostileText[] {
	return [...join([''], [...REPEATED, ...pieces]), ...join(pieces, REPEATED)];
}

function join(beginnings: readonly string[], repeated: readonly string[]): HostileText[] {
	const pairs = beginnings.flatMap((beginning) =>
		repeated.map((each) => [beginning, each] as const),
	);
	return pairs.map(([beginning, each], index) => {
		const end = ENDS[index % ENDS.length] ?? '';
		const times = Math.ceil(LENGTH / each.length);
		return {
			text: beginning + each.repeat(times) + end,
			description: `${JSON.stringify(beginning)} + ${JSON.stringify(each)} × ${times} + ${JSON.stringify(end)}`,
		};
	});
}

/** So many of what something looks for are tried. */
export const MOST_PIECES = 10;

/** What a regular expression looks for, without what means something in it: each part, and all up to each part. */
export function piecesOf(source: string): string[] {
	const parts = source
		.replace(/\(\?(?:<?[=!]|:|<\w+>)/g, '(')
		.replace(/\\[dw]/g, '1')
		.replace(/\\s/g, ' ')
		.replace(/\\[bBDWSkpP](?:\{\w+\})?/g, '')
		.split(/(?<!\\)[.*+?()[\]{}|^$]/)
		.map((part) => part.replace(/\\(.)/g, '$1'))
		.filter((part) => part !== '');
	const joined = parts.map((_, index) => parts.slice(0, index + 1).join(''));
	return [...new Set([...parts, ...joined])].slice(0, MOST_PIECES);
}
