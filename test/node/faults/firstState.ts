import type { PortalState } from '../../../sandbox/portal';
import { atom } from '../../../sandbox/values/moments';

/** A copy that keeps files as they are. */
export function copyOf<Value>(value: Value): Value {
	return copyDeep(value) as Value;
}

function copyDeep(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(copyDeep);
	if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyDeep(inner)]));
}

/** Older than any request by the node's fast clock, and young enough to attach a file to. */
const AGE_OF_MESSAGES = 4 * 60 * 1000;

/** What was there before is no answer of the request that is tried. */
export function letMessagesAge({ tickets }: PortalState): void {
	const postedAt = atom(Date.now() - AGE_OF_MESSAGES);
	for (const message of tickets.flatMap(({ messages }) => messages)) message.postedAt = postedAt;
}
