import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../../shared/transport/failure';
import { comparable } from '../../shared/values/comparable';
import type { Work } from './job';
import { bodyOf, type ReadyRow, type Row } from './row';
import { disagreementOf } from './rowDisagreement';

/** Rows that make one request together, or the reason of each of them why they do not. */
export type RowGroup = Work | { failures: ReadonlyMap<number, Failure> };

/**
 * Puts the rows with the same number together. An invoice is sent with all of its rows or not at all: one
 * that is in the portal can neither be changed nor removed. So a row that cannot be sent keeps the others
 * of its number back, and one whose number is missing keeps back all that it may belong to.
 * @returns Groups in the order of their first rows, each with its rows in their order.
 */
export function groupRows(rows: readonly Row[]): RowGroup[] {
	const inOrder = [...rows].sort((left, right) => left.itemIndex - right.itemIndex);
	const strays = new Strays(inOrder.filter(({ given }) => given.number === undefined));
	const byNumber = new Map<string, Row[]>();
	for (const row of inOrder) {
		const { number } = row.given;
		if (number === undefined) continue;
		// As it is compared with what is in the portal: "F-1" and "f-1" are meant to be the same.
		const key = comparable(number, row.given.joining.number);
		const known = byNumber.get(key);
		if (known) known.push(row);
		else byNumber.set(key, [row]);
	}
	const groups = [...byNumber.values()].map((alike) => toGroup(alike, strays));
	return [...groups, ...strays.groups];
}

function toGroup(rows: readonly Row[], strays: Strays): RowGroup {
	const culprit = rows.find(({ prepared }) => prepared instanceof Failure);
	if (culprit !== undefined) return toFailures(rows, (row) => keptBackBy(culprit, row));
	const stray = strays.for(rows);
	if (stray !== undefined) return toFailures(rows, () => mayMiss(stray));
	const ready = rows.filter((row): row is ReadyRow => !(row.prepared instanceof Failure));
	const disagreement = disagreementOf(ready);
	if (disagreement !== undefined) return toFailures(rows, () => disagreement);
	return joined(ready);
}

/** Rows without a number: which invoice they belong to is unknown. */
class Strays {
	private readonly ofAnybody: Row | undefined;
	private readonly byCustomer = new Map<string, Row>();

	constructor(private readonly rows: readonly Row[]) {
		this.ofAnybody = rows.find(({ given }) => given.customer === undefined);
		for (const row of [...rows].reverse()) {
			const customer = customerOf(row);
			if (customer !== undefined) this.byCustomer.set(customer, row);
		}
	}

	/** One that may belong to these rows. */
	for(rows: readonly Row[]): Row | undefined {
		if (this.ofAnybody !== undefined) return this.ofAnybody;
		for (const row of rows) {
			const stray = this.byCustomer.get(customerOf(row) ?? '');
			if (stray !== undefined) return stray;
		}
		return undefined;
	}

	/** Each by itself. */
	get groups(): RowGroup[] {
		return this.rows.map((row) => toFailures([row], () => ownFailure(row)));
	}
}

/** As customers are compared, by whatever they are named. */
function customerOf({ given: { customer, joining } }: Row): string | undefined {
	return customer === undefined ? undefined : comparable(customer, joining.customer);
}

function toFailures(rows: readonly Row[], failureOf: (row: Row) => Failure): RowGroup {
	return { failures: new Map(rows.map((row) => [row.itemIndex, failureOf(row)])) };
}

/** A row without a number has failed, because the operation cannot do without one. */
function ownFailure({ prepared }: Row): Failure {
	if (prepared instanceof Failure) return prepared;
	return new Failure('The row has no number', 'Give it one. Nothing was sent.');
}

function keptBackBy(culprit: Row, row: Row): Failure {
	if (row.prepared instanceof Failure) return row.prepared;
	const { noun } = row.given;
	return new Failure(
		`Item ${culprit.itemIndex} belongs to the same ${noun} and cannot be sent: ${ownFailure(culprit).message}`,
		`Correct that item: ${allOrNone(noun)}. Nothing was sent.`,
	);
}

function mayMiss(stray: Row): Failure {
	const { noun, customer } = stray.given;
	const whose = customer === undefined ? `any ${noun}` : `any ${noun} of its customer`;
	return new Failure(
		`Item ${stray.itemIndex} may belong to the same ${noun} and cannot be sent: ${ownFailure(stray).message}`,
		`Correct that item: without a number it may be a row of ${whose}, and ${allOrNone(noun)}. Nothing was sent.`,
	);
}

function allOrNone(noun: string): string {
	return `an ${noun} is sent with all of its rows or not at all`;
}

function joined(rows: readonly ReadyRow[]): RowGroup {
	const [first] = rows;
	if (first === undefined) return { failures: new Map() };
	const { prepared: job, given } = first;
	const { lines } = given.joining;
	const body: IDataObject = {
		...bodyOf(job),
		[lines]: rows.flatMap(({ prepared }) => bodyOf(prepared)[lines] as IDataObject[]),
	};
	return {
		job: { ...job, request: { ...job.request, body } },
		itemIndexes: rows.map(({ itemIndex }) => itemIndex),
	};
}
