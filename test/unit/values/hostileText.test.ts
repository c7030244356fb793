import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WrongValue } from '../../../nodes/shared/values/wrongValue';
import { AMSTERDAM } from './timeZones';

const VALUES = join(__dirname, '../../../nodes/shared/values');

/** What begins like this reads what users hand over, or looks at it. */
const IS_READER = /^(?:to|read|is)[A-Z]|^(?:quote|visibleText|hasUnseen|withUnseenSpelledOut)$/;

type Reader = (value: unknown, ...others: unknown[]) => unknown;

const CUSTOMER = { noun: 'customer', prefixes: ['cst_'] };
const COLUMN = { displayName: 'Name', read: (value: unknown) => value };

/** What readers take besides the value. */
const OTHER_PARAMETERS: Record<string, unknown[]> = {
	toDay: [AMSTERDAM],
	toMoment: [AMSTERDAM],
	toMinute: [AMSTERDAM],
	toChoice: [['1 month', '1 year']],
	toIdentifier: [CUSTOMER],
	toIdentifierList: [CUSTOMER],
	isIdentifier: [CUSTOMER],
	isSameMoment: ['2026-07-01'],
	toRows: [{ noun: 'row', plural: 'rows', columns: { name: COLUMN }, remedy: 'Give rows.' }],
	readDateInput: ['Use a date.'],
};

function findReaders(): Array<[name: string, reader: Reader]> {
	return readdirSync(VALUES)
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => Object.entries(jest.requireActual<object>(join(VALUES, file))))
		.filter((entry): entry is [string, Reader] => {
			const [name, exported] = entry as [string, unknown];
			return IS_READER.test(name) && typeof exported === 'function';
		});
}

/** Beginnings, what is repeated after them, and what spoils the end. */
const BEGINNINGS = ['', '-', '€ ', '1', '2026-07-01 ', 'cst_', 'a@', '<', '['];
const REPEATED = [
	' ',
	'\n',
	'\u200b',
	'1',
	'0',
	',',
	'.',
	'-',
	'1,',
	'1 ',
	'.111',
	'a',
	'@',
	'<a',
	'[',
	'€',
	'\u00a0,',
];
const ENDS = ['x', '\u0000', '%'];

const SHORT = 10_000;

/** The texts of one kind: the same repeated after each beginning. */
function textsOf(repeated: string, length: number): string[] {
	const long = repeated.repeat(length / repeated.length);
	return BEGINNINGS.map((beginning, index) => beginning + long + (ENDS[index % ENDS.length] ?? ''));
}

function tryToRead(read: () => unknown): void {
	try {
		read();
	} catch (cause) {
		if (!(cause instanceof WrongValue)) throw cause;
	}
}

/**
 * Milliseconds of processor time that it takes to read the texts: the least of a few tries. Not those of a
 * clock on the wall, which go on while other work has the processor.
 */
function measure(read: (text: string) => unknown, texts: string[]): number {
	let least = Infinity;
	for (let tries = 0; tries < 3 && (tries === 0 || least < 500); tries += 1) {
		const start = process.cpuUsage();
		for (const text of texts) tryToRead(() => read(text));
		least = Math.min(least, process.cpuUsage(start).user / 1000);
	}
	return least;
}

/**
 * How many times as long texts take that are ten times as long. What is below a millisecond counts as
 * one: it is lost in the noise of the clock, and quadratic growth from there on does no harm.
 */
function growthOf(read: (text: string) => unknown, repeated: string, length: number): number {
	const [short, long] = [length, 10 * length].map((each) =>
		Math.max(measure(read, textsOf(repeated, each)), 1),
	);
	return (long ?? 0) / (short ?? 1);
}

/**
 * Ten times the text takes ten times as long where the time grows with the length, and a hundred times
 * where it grows with its square.
 */
const MOST_GROWTH = 50;

/** What grows too much is measured again: other work on the machine disturbs once, not three times. */
function growsTooMuch(read: (text: string) => unknown, repeated: string): boolean {
	return [1, 2, 3].every(() => growthOf(read, repeated, SHORT) > MOST_GROWTH);
}

describe('every reader of values takes hostile text in its stride', () => {
	const readers = findReaders();

	it('finds the readers by itself', () => {
		const names = readers.map(([name]) => name);
		expect(names).toEqual(
			expect.arrayContaining(['toAmount', 'toDay', 'toVatRate', 'readDateInput']),
		);
	});

	it.each(readers)('%s', (name, reader) => {
		const others = OTHER_PARAMETERS[name] ?? [];
		expect(`${name} takes ${others.length + 1} parameters`).toBe(
			`${name} takes ${reader.length} parameters`,
		);
		const read = (text: string) => reader(text, ...others);
		expect(REPEATED.filter((repeated) => growsTooMuch(read, repeated))).toEqual([]);
	});

	it('would find quadratic growth', () => {
		expect(growthOf((text) => /\s*$/.test(text), ' ', SHORT / 10)).toBeGreaterThan(MOST_GROWTH);
	});
});
