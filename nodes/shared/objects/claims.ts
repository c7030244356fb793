import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../transport/connection';

/** More IDs than a process makes while a single answer is lost. */
const MOST_CLAIMS = 10_000;

/**
 * Notes what a request of this process has made, so that no other one takes it for its own. Only what a
 * create itself returned, or was found to have made: to read an object is no sign of who made it.
 */
export function claim({ channel: { claimed } }: Connection, { id }: IDataObject): void {
	if (claimed.size >= MOST_CLAIMS) claimed.clear();
	claimed.add(id);
}

/** Whether another request of this process has made it. */
export function isClaimed({ channel: { claimed } }: Connection, { id }: IDataObject): boolean {
	return claimed.has(id);
}
