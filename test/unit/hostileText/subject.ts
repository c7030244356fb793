/** What is given hostile text. */
export type Subject = Reader | ReadField | UsedFilter | Pattern;

/** A parameter of a function that takes text, or of a class that is made of it. */
export interface Reader {
	kind: 'reader';
	/** Path in the project. */
	file: string;
	name: string;
	/** The names of all its parameters. */
	parameters: string[];
	/** The one that is given hostile text, by its place. */
	tried: number;
	/** Whether that one takes a Buffer. */
	takesBytes: boolean;
	/** Texts and parts of regular expressions in its file: what it may look for. */
	pieces: string[];
}

/** A parameter of the node, whose values a function reads. */
export interface ReadField extends InOperation {
	kind: 'field';
}

/** What narrows a list down, by a value and by what the objects of the list show. */
export interface UsedFilter extends InOperation {
	kind: 'filter';
}

/** What belongs to an operation, by its name in the workflow. */
interface InOperation {
	resource: string;
	operation: string;
	name: string;
	/** Parts of regular expressions of what reads values in the node's fields. */
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
	switch (subject.kind) {
		case 'reader': {
			const parameter = subject.tried === 0 ? '' : `, ${subject.parameters[subject.tried]}`;
			return `${subject.name}${parameter} (${subject.file})`;
		}
		case 'pattern':
			return `/${subject.source}/${subject.flags} (${[subject.file, subject.line ?? 'expression'].join(':')})`;
		default:
			return `${subject.kind} ${subject.resource} > ${subject.operation} > ${subject.name}`;
	}
}

/** What became of it. */
export interface Judgement {
	/** What is wrong, in words; nothing where it takes every text in its stride. */
	problems: string[];
	/** The text that took longest, described, and the milliseconds of processor time. */
	worst: { text: string; milliseconds: number };
}
