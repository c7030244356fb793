/**
 * White space, and what takes no room on screen: zero-width spaces and joiners, marks of the writing
 * direction, soft hyphens. It travels along with what is copied from web pages, e-mails and PDFs.
 */
const UNSEEN_OR_SPACE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/;

/** The text from its first to its last character that a person sees; empty where there is none. */
export function visibleText(text: string): string {
	let start = 0;
	let end = text.length;
	while (UNSEEN_OR_SPACE.test(text.charAt(start))) start += 1;
	while (UNSEEN_OR_SPACE.test(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

/** Whether there is white space, or what takes no room on screen, anywhere in the text. */
export function hasUnseen(text: string): boolean {
	return UNSEEN_OR_SPACE.test(text);
}

/** The text with what takes no room on screen spelled out: `jan@\u200bx.nl`. White space stays. */
export function withUnseenSpelledOut(text: string): string {
	return text.replace(/[^\s!-~]/g, (character) =>
		UNSEEN_OR_SPACE.test(character)
			? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
			: character,
	);
}
