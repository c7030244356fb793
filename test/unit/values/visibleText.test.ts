import fc from 'fast-check';
import {
	hasUnseen,
	visibleText,
	withUnseenSpelledOut,
} from '../../../nodes/shared/values/visibleText';

const UNSEEN = [
	' ',
	'\t',
	'\n',
	'\u00a0',
	'\u00ad',
	'\u180e',
	'\u200b',
	'\u200d',
	'\u200f',
	'\u202a',
];
const MORE_UNSEEN = ['\u202e', '\u202f', '\u2060', '\u2064', '\u2066', '\u2069', '\ufeff'];
const unseen = fc.string({ unit: fc.constantFrom(...UNSEEN, ...MORE_UNSEEN), maxLength: 5 });

describe('visibleText', () => {
	it('leaves out what cannot be seen in front and behind, and nothing else', () => {
		const seen = fc.constantFrom('a', 'a b', '€ 12', 'a\u200bb', '\u2065', '-');
		fc.assert(
			fc.property(unseen, seen, unseen, (before, text, behind) => {
				expect(visibleText(before + text + behind)).toBe(text);
			}),
		);
	});

	it('is empty where nothing can be seen', () => {
		fc.assert(fc.property(unseen, (text) => expect(visibleText(text)).toBe('')));
	});
});

it('finds what cannot be seen anywhere in a text', () => {
	for (const character of [...UNSEEN, ...MORE_UNSEEN])
		expect(hasUnseen(`a${character}b`)).toBe(true);
	expect(hasUnseen('a-b')).toBe(false);
	expect(hasUnseen('')).toBe(false);
});

it('spells out what cannot be seen, but for white space', () => {
	expect(withUnseenSpelledOut('j\u200ba n\u00ad\u202e\ufeffé€!~')).toBe(
		'j\\u200ba n\\u00ad\\u202e\ufeffé€!~',
	);
});
