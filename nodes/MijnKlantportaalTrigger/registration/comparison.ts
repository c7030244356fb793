import { addressOf } from './site';
import type { StoredRecord } from './storedRecords';
import type { ListedRecord } from './webhookRecords';

/** What the portal has, set against what the node wants. */
export interface Comparison {
	/** Records that serve a chosen event; at most one for each. */
	serving: StoredRecord[];
	/** Own records for which there is no use. */
	surplus: ListedRecord[];
	/** Chosen events without a record. */
	missing: string[];
}

/**
 * Compares. Own records are those with exactly the node's address and the event that it names: that also
 * finds them when the stored data are lost, and never touches those of other workflows, of n8n's test
 * address, or of another n8n that a copy of the workflow came from.
 * @param base The address that n8n gave the node.
 * @param types The chosen events.
 */
export function compare(
	base: string,
	types: string[],
	stored: StoredRecord[],
	listed: ListedRecord[],
): Comparison {
	const own = listed.filter(({ type, url }) => url === addressOf(base, type));
	const serving: StoredRecord[] = [];
	for (const type of types) {
		const usable = own
			.filter((record) => record.type === type)
			.map((record) => withSecret(record, stored))
			.filter((record) => record !== undefined);
		const known = usable.find(({ id }) => stored.some((record) => record.id === id)) ?? usable[0];
		if (known !== undefined) serving.push(known);
	}
	return {
		serving,
		surplus: own.filter(({ id }) => !serving.some((record) => record.id === id)),
		missing: types.filter((type) => !serving.some((record) => record.type === type)),
	};
}

/** The API shows the secret in its lists; where it would not, the stored one is used. */
function withSecret(record: ListedRecord, stored: StoredRecord[]): StoredRecord | undefined {
	const secret = record.secret ?? stored.find(({ id }) => id === record.id)?.secret;
	return secret === undefined ? undefined : { ...record, secret };
}
