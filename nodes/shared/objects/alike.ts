import type { IDataObject } from 'n8n-workflow';
import { comparable } from '../values/comparable';
import type { KnownObjects } from './knownObjects';

/** More than these a person does not choose from. */
const MOST_ALIKE = 3;

/** A value of which less than this part differs is taken for the same one with a slip. */
const MOST_DIFFERENT = 0.3;

/** What a person may have meant by a value of that field: what differs from it in a few letters. */
export function alikeIn(objects: KnownObjects, field: string, value: unknown): IDataObject[] {
	const wanted = comparable(value, field);
	const most = Math.max(1, Math.floor(wanted.length * MOST_DIFFERENT));
	return objects
		.valuesOf(field)
		.flatMap((other) => {
			if (other === '' || Math.abs(other.length - wanted.length) > most) return [];
			const distance = distanceBetween(wanted, other, most);
			return distance <= most ? [{ other, distance }] : [];
		})
		.sort((left, right) => left.distance - right.distance)
		.flatMap(({ other }) => objects.idsWith(field, other))
		.slice(0, MOST_ALIKE)
		.flatMap((id) => {
			const seen = objects.get(id);
			return seen === undefined ? [] : [seen.object];
		});
}

/**
 * How many letters have to be put in, left out or exchanged to make one text of the other (Levenshtein).
 * @param most What is further apart is only known to be more than that.
 */
function distanceBetween(left: string, right: string, most: number): number {
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let i = 1; i <= left.length; i++) {
		const next = [i];
		let least = i;
		for (let j = 1; j <= right.length; j++) {
			const exchanged = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
			const cost = Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
			next.push(cost);
			least = Math.min(least, cost);
		}
		if (least > most) return least;
		row = next;
	}
	return row[right.length] ?? 0;
}
