/** What a person types into a search: every word has to be found, in whatever case and with or without accents. */
export class SearchWords {
	private readonly words: string[];

	constructor(typed = '') {
		this.words = fold(typed).split(/\s+/).filter(Boolean);
	}

	/** Whether nothing was typed. */
	get isEmpty(): boolean {
		return this.words.length === 0;
	}

	/**
	 * Whether every word stands in one of the texts.
	 * @param id An ID: only from its beginning on, as some word stands in the middle of every other one.
	 */
	areIn(texts: unknown[], id: string): boolean {
		const folded = fold(texts.filter((text) => typeof text === 'string').join('\n'));
		return this.words.every(
			(word) => folded.includes(word) || (word.includes('_') && fold(id).startsWith(word)),
		);
	}
}

/** Longer than any name, and short enough to be normalised in a moment: that can take the square of the length. */
const LONGEST_TEXT = 2000;

/** `Café` → `cafe` */
function fold(text: string): string {
	return text
		.slice(0, LONGEST_TEXT)
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLocaleLowerCase('nl');
}
