import type { IDataObject } from 'n8n-workflow';
import { Failure } from './failure';

/** So many times a list is read, in which something is removed each time. */
export const MOST_READINGS = 3;

/** A list that was read so often and of which something may be missing all the same. */
export class RemovedEachTime extends Failure {
	constructor() {
		super(
			`Objects were removed each time that the list was read, ${MOST_READINGS} times in a row, so some may be missing`,
			'Run again when nothing is removed in the portal.',
		);
	}
}

/**
 * Whether something is gone from a page, and not only moved off its end by what was added. What is removed
 * while a list is read moves others back, onto pages that were read before: whoever goes on from page to page
 * misses as many as were removed. So whoever may miss nothing reads the first page again at the end. What goes
 * far behind it meanwhile, nothing shows (docs/when-something-goes-wrong.md).
 * @param before What the page showed.
 * @param after What it shows now.
 */
export function hasLost(before: readonly IDataObject[], after: readonly IDataObject[]): boolean {
	const known = before.map(({ id }) => id);
	const shown = after.map(({ id }) => id);
	// What was removed lets as many come up from the next page. These stand behind all that was known; what was
	// added stands before it or, made in the same second, between it.
	const lastKnown = shown.findLastIndex((id) => known.includes(id));
	const upToIt = lastKnown < 0 ? shown : shown.slice(0, lastKnown);
	const added = upToIt.filter((id) => !known.includes(id)).length;
	return known.slice(0, Math.max(0, known.length - added)).some((id) => !shown.includes(id));
}
