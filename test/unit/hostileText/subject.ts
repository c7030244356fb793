/** What is given hostile text. */
export type Subject = Reader | Pattern;

/** A function that takes text, or a class that is made of it. */
export interface Reader {
	kind: 'reader';
	/** Path in the project. */
	file: string;
	name: string;
	/** How many parameters it takes. */
	parameters: number;
	/** Texts and parts of regular expressions in its file: what it may look for. */
	pieces: string[];
}

/** A regular expression. */
export interface Pattern {
	kind: 'pattern';
	file: string;
	/** None for what stands in an expression of n8n. */
	line?: number;
	source: string;
	flags: string;
}

/** @param text As it stands in a program: `/x/g`. */
export function toPattern(text: string, place: Pick<Pattern, 'file' | 'line'>): Pattern {
	const end = text.lastIndexOf('/');
	return { kind: 'pattern', ...place, source: text.slice(1, end), flags: text.slice(end + 1) };
}

export function titleOf(subject: Subject): string {
	const { file } = subject;
	return subject.kind === 'reader'
		? `${subject.name} (${file})`
		: `/${subject.source}/${subject.flags} (${[file, subject.line ?? 'expression'].join(':')})`;
}

/** What became of it. */
export interface Judgement {
	/** What is wrong, in words; nothing where it takes every text in its stride. */
	problems: string[];
	/** The text that took longest, described, and the milliseconds of processor time. */
	worst: { text: string; milliseconds: number };
}
