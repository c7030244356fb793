import type { ButtonGroup } from './buttons';
import type { Cell } from './cells';

/** A line of a table. */
export interface Row {
	/** The same as long as the row is about the same thing. */
	id: string;
	cells: Cell[];
	buttons?: ButtonGroup[];
}

/** A table of the page, before it is cut to what a person can read. */
export interface Section {
	/** Anchor in the address of the page. */
	id: string;
	title: string;
	columns: string[];
	count: number;
	/** The newest rows first. */
	rows: (most: number) => Row[];
	buttons?: ButtonGroup[];
}

/**
 * A table of records.
 * @param records The newest last; a row takes its ID from its record, where that has one.
 */
export function section<T extends object>(
	id: string,
	title: string,
	columns: string[],
	records: T[],
	toRow: (record: T, index: number) => Omit<Row, 'id'> & { id?: string },
	buttons?: ButtonGroup[],
): Section {
	const toWholeRow = (record: T, index: number): Row => ({
		id: 'id' in record ? String(record.id) : `${id}-${index}`,
		...toRow(record, index),
	});
	const rows = (most: number): Row[] => {
		const first = Math.max(0, records.length - most);
		return records
			.slice(first)
			.map((record, index) => toWholeRow(record, first + index))
			.reverse();
	};
	return { id, title, columns, count: records.length, rows, buttons };
}
