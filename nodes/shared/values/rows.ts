import { readJson } from './json';
import { attempt, isEmpty, quote, WrongValue } from './wrongValue';

/** How the objects of a list are read. */
export interface RowKind<Name extends string = string> {
	/** One object, in lower case: "line". */
	noun: string;
	/** Several of them: "lines". */
	plural: string;
	columns: Record<Name, Column>;
	/** The sentence that tells how to give them. */
	remedy: string;
	/** How many the API takes. */
	most?: number;
}

/** How one field of the objects is read. */
export interface Column {
	/** Name on the canvas. */
	displayName: string;
	/** Whether an object cannot do without. */
	required?: boolean;
	/** @throws WrongValue */
	read: (value: unknown) => unknown;
}

/** An object as the API takes it. */
export type Row<Name extends string> = Partial<Record<Name, unknown>>;

/**
 * The objects of a list.
 * @param value Array of objects, one object, or JSON text of either.
 * @throws WrongValue that names the object (from 1) and its field.
 */
export function toRows<Name extends string>(value: unknown, kind: RowKind<Name>): Row<Name>[] {
	const { noun, plural, remedy, most = Infinity } = kind;
	const parsed = typeof value === 'string' ? parseJson(value, kind) : value;
	const given: unknown[] = Array.isArray(parsed) ? parsed : isEmpty(parsed) ? [] : [parsed];
	if (given.length === 0) throw new WrongValue(`has no ${plural}`, remedy);
	if (given.length > most) {
		throw new WrongValue(
			`has ${given.length} ${plural}, where the API takes at most ${most}`,
			`Leave out ${given.length - most}, or divide them over several items.`,
		);
	}
	return given.map((row, index) => toRow(row, `${noun} ${index + 1}`, kind));
}

function parseJson(text: string, { remedy }: RowKind): unknown {
	if (text.trim() === '') return undefined;
	const parsed = readJson(text);
	if (parsed !== undefined) return parsed;
	throw new WrongValue(`is not valid JSON: ${quote(text)}`, remedy);
}

function toRow<Name extends string>(
	given: unknown,
	place: string,
	{ columns, remedy }: RowKind<Name>,
): Row<Name> {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw new WrongValue(`has a ${place} that is no object: ${quote(given)}`, remedy);
	}
	const unknownName = Object.keys(given).find((name) => !Object.hasOwn(columns, name));
	if (unknownName !== undefined) {
		throw new WrongValue(`has an unknown field ${quote(unknownName)} in ${place}`, remedy);
	}
	const row: Row<Name> = {};
	for (const [name, column] of Object.entries(columns) as Array<[Name, Column]>) {
		const value = readCell((given as Row<Name>)[name], place, column, remedy);
		if (value !== undefined) row[name] = value;
	}
	return row;
}

function readCell(
	value: unknown,
	place: string,
	{ displayName, required, read }: Column,
	remedy: string,
): unknown {
	if (isEmpty(value)) {
		if (!required) return undefined;
		throw new WrongValue(`has no ${displayName} in ${place}`, remedy);
	}
	const result = attempt(() => read(value));
	if ('value' in result) return result.value;
	const { finding, remedy: remedyOfValue } = result.wrong;
	throw new WrongValue(`has a ${place} whose ${displayName} ${finding}`, remedyOfValue);
}
