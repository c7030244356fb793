import type { IDataObject } from 'n8n-workflow';
import { now, wait } from '../transport/clock';
import { type Connection, shared } from '../transport/connection';
import { statusOf } from '../transport/ending';
import { explain } from '../transport/explanations';
import { joined, untilStopped } from '../transport/sharing';
import type { ApiRequest } from '../transport/request';
import { send } from '../transport/send';
import type { Stop } from '../transport/stop';
import type { ObjectList } from './listReading';
import { readingOf } from './portalObject';

/** As documented (docs/api-facts.md, Pagination). */
const PER_PAGE = 15;

/**
 * Objects are read one by one up to so many for each page of their list. That can take up to four times the
 * requests that reading the list would take, and as much longer. But each item waits for its own reading only,
 * while the whole list holds all of them up until its end, and is read anew for each execution.
 */
const MOST_PER_PAGE = 4;

/** So few are never worth reading a list. */
const FEW = 5;

/** Objects that have to be read again, asked for at one moment by all items. */
interface Asked {
	ids: Set<string>;
	isWorth: Promise<boolean>;
}

/** A request that is shared, and when it began. */
interface Shared {
	startedAt: number;
	result: Promise<IDataObject | undefined>;
}

/** The single objects of a list that are read again, each of them once for all who ask for it. */
export class Rereadings {
	private asked: Asked | undefined;
	private readonly underWay = new Map<string, Shared>();

	/** @param learn Told what was read: undefined where there is no such object any more. */
	constructor(
		private readonly list: ObjectList,
		private readonly learn: (id: string, object: IDataObject | undefined, seenAt: number) => void,
	) {}

	/**
	 * Whether to read these objects one by one, with all others that are asked for at this moment, rather than
	 * the whole list.
	 * @param listLength How many objects the list has.
	 */
	async isWorth(ids: readonly string[], listLength: number): Promise<boolean> {
		const all = (this.asked ??= this.collect(listLength));
		for (const id of ids) all.ids.add(id);
		return await all.isWorth;
	}

	private collect(listLength: number): Asked {
		const ids = new Set<string>();
		const decide = (): boolean => {
			this.asked = undefined;
			const pages = Math.ceil(listLength / PER_PAGE);
			return ids.size <= Math.max(FEW, MOST_PER_PAGE * pages);
		};
		return { ids, isWorth: wait(0).then(decide) };
	}

	/**
	 * The object with that ID as it is at that moment or later.
	 * @param since By the clock of durations.
	 * @returns Undefined where there is none.
	 * @throws Failure; the reason of the stop.
	 */
	async read(
		connection: Connection,
		id: string,
		since: number,
		stop?: Stop,
	): Promise<IDataObject | undefined> {
		const current = (): Shared['result'] | undefined => {
			const underWay = this.underWay.get(id);
			return underWay && underWay.startedAt >= since ? underWay.result : undefined;
		};
		const begin = (): Shared['result'] => current() ?? this.begin(shared(connection), id);
		return await untilStopped(joined(current(), begin), stop);
	}

	private begin(connection: Connection, id: string): Shared['result'] {
		const result = this.request(connection, id).finally(() => {
			if (this.underWay.get(id)?.result === result) this.underWay.delete(id);
		});
		this.underWay.set(id, { startedAt: now(), result });
		return result;
	}

	private async request(connection: Connection, id: string): Promise<IDataObject | undefined> {
		const { path, object } = this.list;
		const request: ApiRequest = {
			method: 'GET',
			url: `${path}/${encodeURIComponent(id)}`,
			answerField: 'id',
		};
		const seenAt = now();
		const { ending, result } = await send(connection, request, { isUrgent: true });
		if (result === undefined && statusOf(ending) !== 404) {
			throw explain(ending, connection, request, readingOf(object));
		}
		this.learn(id, result, seenAt);
		return result;
	}
}
