/** The text without such characters at its end: `withoutTrailing('a//', '/')` gives `a`. */
export function withoutTrailing(text: string, character: string): string {
	let end = text.length;
	while (text.charAt(end - 1) === character) end--;
	return text.slice(0, end);
}
