import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import type { Connection } from '../transport/connection';
import type { KnownObjects, SeenObject } from './knownObjects';
import type { ListOrder } from './listOrder';
import type { ListReading, ObjectList, Tail } from './listReading';
import { readNewestEnd } from './newestEnd';

/** What an answer has to be based on, by the clock of durations. */
export interface Freshness {
	/** Everything that was added by then has to be known. */
	since: number;
	/** The whole list has to have been read after that. */
	wholeSince?: number;
}

/** All of a list, how old that is, and what keeps it in step with the portal. */
export class WholeList {
	/** Old ones first where the list has an order. */
	readonly objects: KnownObjects;

	/** By the clock of durations: when the reading of the whole list began, and when it ended. */
	readonly startedAt: number;
	readonly endedAt = now();

	private readonly order: ListOrder;
	private newest: number;
	private tail: Tail;
	/** By the clock of durations: everything that was added by then is in it. */
	private asOf: number;

	/** @param noted What this process made and changed while the list was read, by ID. */
	constructor(
		{ startedAt, objects, watch, tail }: ListReading,
		noted: ReadonlyMap<string, SeenObject>,
	) {
		this.order = watch.order;
		this.newest = watch.newest;
		this.objects = this.order === 'newestFirst' ? objects.reversed() : objects;
		this.tail = tail;
		this.startedAt = startedAt;
		this.asOf = startedAt;
		for (const [id, { object, seenAt }] of noted) {
			const seen = this.objects.get(id);
			// A page that was read later shows it as it is.
			if (seen === undefined ? seenAt >= startedAt : seen.seenAt < seenAt) {
				this.objects.put(object, seenAt, false);
			}
		}
	}

	/** Whether an answer may be based on it. */
	isFresh({ since, wholeSince = -Infinity }: Freshness): boolean {
		return this.asOf >= since && this.startedAt >= wholeSince;
	}

	/** Whether the list has an order, so that its newest end shows what was added. */
	get isOrdered(): boolean {
		return this.order !== 'neither';
	}

	/** The objects from that place on, in the order in which the API lists them. */
	*inListOrder(offset: number): Generator<IDataObject> {
		if (this.order !== 'newestFirst') {
			yield* this.objects.from(offset);
			return;
		}
		for (const id of this.objects.ids.reverse().slice(offset)) {
			const seen = this.objects.get(id);
			if (seen !== undefined) yield seen.object;
		}
	}

	/**
	 * Reads the newest end of the list again.
	 * @returns False where that does not fit what is known, so that all has to be read again.
	 * @throws Failure
	 */
	async keepInStep(connection: Connection, list: ObjectList): Promise<boolean> {
		const { order, objects, newest, tail } = this;
		if (order === 'neither') return false;
		const startedAt = now();
		const known = { order, objects, newest, tail };
		if (!(await readNewestEnd(connection, list, known))) return false;
		this.newest = known.newest;
		this.tail = known.tail;
		this.asOf = startedAt;
		return true;
	}
}
