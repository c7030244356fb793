import { Failure } from '../../shared/transport/failure';
import { quote } from '../../shared/values/wrongValue';
import { displayNameOf } from './displayNames';
import { toRanges } from './itemRanges';
import { bodyOf, type ReadyRow } from './row';

/**
 * In what the rows of one number differ that has to be the same.
 * @returns Undefined where they agree.
 */
export function disagreementOf(rows: readonly ReadyRow[]): Failure | undefined {
	const [first] = rows;
	if (first === undefined) return undefined;
	const { joining, noun, number } = first.given;
	const which = `${noun} ${number}`;
	const names = new Set(rows.flatMap(({ prepared }) => Object.keys(bodyOf(prepared))));
	names.delete(joining.lines);
	for (const name of names) {
		const values = distinct(rows, ({ prepared }) => textOf(bodyOf(prepared)[name]));
		if (values.size === 1) continue;
		if (name === joining.customer) {
			const customers = distinct(rows, ({ given }) => given.customer);
			return new Failure(
				`The rows of ${which} name ${values.size} customers: ${listOf(customers)}`,
				`Give each ${noun} a number of its own, or all of its rows the same customer. Nothing was sent.`,
			);
		}
		const displayName = displayNameOf(first.prepared.operation.fields, name) ?? name;
		return differs(displayName, which, noun, values);
	}
	const choices = distinct(rows, ({ prepared }) => prepared.creation?.ifExists ?? 'createAnother');
	return choices.size === 1 ? undefined : differs('If It Exists', which, noun, choices);
}

function differs(
	displayName: string,
	which: string,
	noun: string,
	values: ReadonlyMap<string | undefined, number[]>,
): Failure {
	return new Failure(
		`${displayName} differs between the rows of ${which}: ${listOf(values)}`,
		`Give all rows of one ${noun} the same ${displayName}. Nothing was sent.`,
	);
}

/** The items of each value, in the order of the rows. */
function distinct(
	rows: readonly ReadyRow[],
	valueOf: (row: ReadyRow) => string | undefined,
): Map<string | undefined, number[]> {
	const itemsByValue = new Map<string | undefined, number[]>();
	for (const row of rows) {
		const value = valueOf(row);
		const known = itemsByValue.get(value);
		if (known) known.push(row.itemIndex);
		else itemsByValue.set(value, [row.itemIndex]);
	}
	return itemsByValue;
}

function textOf(value: unknown): string | undefined {
	return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}

/** More values than these are not listed in a sentence. */
const MOST_VALUES = 5;

/** `"2026-11-01" (items 0 and 1), "2026-11-02" (item 2)` */
function listOf(itemsByValue: ReadonlyMap<string | undefined, number[]>): string {
	const entries = [...itemsByValue];
	const more = entries.length - MOST_VALUES;
	const texts = entries
		.slice(0, MOST_VALUES)
		.map(
			([value, items]) => `${value === undefined ? 'empty' : quote(value)} (${toRanges(items)})`,
		);
	return more > 0 ? `${texts.join(', ')} and ${more} more` : texts.join(', ');
}
