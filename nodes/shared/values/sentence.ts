/** The text without the full stops and spaces at its end, so that the sentence can go on. */
export function withoutFullStop(text: string): string {
	let end = text.length;
	while (/[.\s]/.test(text.charAt(end - 1))) end--;
	return text.slice(0, end).trimStart();
}

/**
 * The texts as sentences, one after the other. Each is closed once, however its maker closed it: many of
 * them come from the API, with a full stop or without.
 */
export function sentences(...texts: string[]): string {
	return texts
		.map(withoutFullStop)
		.filter((text) => text !== '')
		.map((text) => (/[!?…]$/.test(text) ? text : `${text}.`))
		.join(' ');
}
