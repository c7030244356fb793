import type { IDataObject } from 'n8n-workflow';
import { findByKey, type Key } from '../../shared/objects/findByKey';
import type { Connection } from '../../shared/transport/connection';
import { Failure } from '../../shared/transport/failure';
import type { Stop } from '../../shared/transport/stop';
import type { Creation } from './creation';
import {
	agrees,
	checkAgreement,
	contradiction,
	describeFound,
	refusal,
	severalExist,
	unsearchable,
} from './existingProblems';

/** What the portal has of what an item would create, and which of the keys found it. */
export type Found = Required<Pick<Creation, 'existing' | 'foundBy'>>;

/**
 * Looks for what the item would create.
 * @returns Undefined where the portal has none.
 * @throws WrongValue where what it has stands in the way; Failure when the list cannot be read.
 */
export async function lookForExisting(
	creation: Creation,
	connection: Connection,
	stop: Stop,
): Promise<Found | undefined> {
	for (const [foundBy, key] of creation.keys.entries()) {
		const matches = await find(creation, key, connection, stop);
		const existing = choose(creation, key, matches);
		if (existing !== undefined) return { existing, foundBy };
	}
	return undefined;
}

/** What a key finds. */
async function find(
	{ object, checkedAt: since, ifExists }: Creation,
	key: Key,
	connection: Connection,
	stop: Stop,
): Promise<IDataObject[]> {
	const { matches } = await findByKey(connection, object, key, { since, stop }).catch(
		(cause: unknown) => {
			throw cause instanceof Failure ? unsearchable(object, ifExists, cause) : cause;
		},
	);
	return matches;
}

/** Which of those that a key finds is meant. */
function choose(
	creation: Creation,
	key: Key,
	matches: readonly IDataObject[],
): IDataObject | undefined {
	const agreeing = matches.filter((match) => agrees(creation, match));
	const [found = matches[0]] = agreeing;
	if (found === undefined) return undefined;
	if (creation.ifExists === 'refuse') {
		throw refusal(creation, `as ${describeFound(creation.object, found)}`);
	}
	for (const match of matches) {
		const contradicting = contradiction(creation, key, match);
		if (contradicting !== undefined) throw contradicting;
	}
	if (agreeing.length > 1) throw severalExist(creation, key, agreeing);
	checkAgreement(creation, found, 'in the portal');
	return found;
}
