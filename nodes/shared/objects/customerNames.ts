import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import type { Connection } from '../transport/connection';
import { Failure } from '../transport/failure';
import { settlesBy } from '../transport/sharing';
import { directoryOf } from './directories';
import { portalObjects } from './portalObjects';

/** For rows that show names, and where all customers are known, they are an extra: so many pages of them at most. */
export const FEW_PAGES = 4;

/** A token that may not read customers is not tried at every letter that is typed; in milliseconds. */
const REFUSED_FOR = 60_000;

/** Names of customers, as far as they are known. */
export interface CustomerNames {
	/** Adds the name of the customer to an object that shows only its ID. */
	addTo: (object: IDataObject) => IDataObject;
	/** How many customers are known. */
	known: number;
	/** Whether there are more of them, which the next one who asks gets to know. */
	areMoreToRead: boolean;
	/** How many requests it took to know them. */
	requests: number;
}

/**
 * The names of customers, for objects that show only their IDs.
 * @param since By the clock of durations: who was added by then is known, too.
 * @param deadline By the clock of durations.
 * @param mostPages How many pages of customers are read at most.
 */
export async function customerNames(
	connection: Connection,
	since: number,
	deadline: number,
	mostPages: number,
): Promise<CustomerNames> {
	const directory = directoryOf(connection, portalObjects.customer);
	let requests = 0;
	let isReadable = now() - directory.failedAt >= REFUSED_FOR;
	const isEnough = (): boolean =>
		directory.isAsOf(since) || requests >= (directory.isWhole ? FEW_PAGES : mostPages);
	while (isReadable && !isEnough()) {
		requests++;
		const goesOn = await settlesBy(deadline, directory.advance(connection, {})).catch(
			(cause: unknown) => {
				if (!(cause instanceof Failure)) throw cause;
				isReadable = false;
				return false;
			},
		);
		if (!goesOn) break;
	}
	return {
		addTo: (object) => {
			const customer = directory.knownSoFar?.get(String(object.customerId))?.object;
			return customer === undefined ? object : { ...object, customerName: customer.companyName };
		},
		known: directory.knownSoFar?.size ?? 0,
		areMoreToRead: !directory.isWhole && isReadable,
		requests,
	};
}
