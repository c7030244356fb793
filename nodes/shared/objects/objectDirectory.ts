import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import { type Connection, shared } from '../transport/connection';
import { joined, untilStopped } from '../transport/sharing';
import { RemovedEachTime } from '../transport/removals';
import type { Stop } from '../transport/stop';
import type { KnownObjects, SeenObject } from './knownObjects';
import { ListReading, ListTooLong, type ObjectList } from './listReading';
import { Rereadings } from './rereadings';
import { type Freshness, WholeList } from './wholeList';

/** How long what was read is kept and believed, in milliseconds. */
const KEPT_FOR = 10 * 60 * 1000;

/**
 * The objects of one list as one token sees it: read once for all who look for something in it, kept in
 * step by reading its newest end again, and forgotten after ten minutes.
 */
export class ObjectDirectory {
	private whole: WholeList | undefined;
	private reading: ListReading | undefined;
	private keepingInStep: Promise<void> | undefined;

	/** Its single objects that are read again. */
	readonly rereadings: Rereadings;

	/** What this process made and changed while the list is being read. */
	private readonly noted = new Map<string, SeenObject>();

	/** When the list could not be read for the last time, by the clock of durations. */
	failedAt = -Infinity;

	/** What the next ones are told as well, in place of reading so long a list again. */
	private tooLong: ListTooLong | undefined;

	/** How many are looking. */
	private readers = 0;

	constructor(private readonly list: ObjectList) {
		this.rereadings = new Rereadings(list, (...read) => this.learn(...read));
	}

	/** How many objects are kept. */
	get size(): number {
		return (this.whole?.objects.size ?? 0) + (this.reading?.objects.size ?? 0);
	}

	/** When the whole list was read, by the clock of durations. */
	get endedAt(): number {
		return this.whole?.endedAt ?? -Infinity;
	}

	/** Whether nobody looks into it. */
	get isIdle(): boolean {
		return this.readers === 0;
	}

	/** Whether all of the list is known, if only as it was some minutes ago. */
	get isWhole(): boolean {
		this.forgetOld();
		return this.whole !== undefined;
	}

	/** When the reading of the whole list began that answers are based on. */
	get wholeSince(): number {
		return this.whole?.startedAt ?? -Infinity;
	}

	/** Whether everything is known that was added by then, by the clock of durations. */
	isAsOf(since: number): boolean {
		return this.whole?.isFresh({ since }) === true;
	}

	/** What is known by now, all or the beginning, without asking. */
	get knownSoFar(): KnownObjects | undefined {
		this.forgetOld();
		return this.whole?.objects ?? this.reading?.objects;
	}

	/** The objects from that place on, in the order in which the API lists them. */
	*inListOrder(offset: number): Generator<IDataObject> {
		this.forgetOld();
		const known = this.whole?.inListOrder(offset) ?? this.reading?.objects.from(offset);
		if (known !== undefined) yield* known;
	}

	/** Forgets what is too old to be believed. */
	forgetOld(): void {
		const eldest = now() - KEPT_FOR;
		if (this.whole !== undefined && this.whole.endedAt < eldest) this.whole = undefined;
		if (this.reading !== undefined && this.isIdle && this.reading.startedAt < eldest) {
			this.reading = undefined;
		}
	}

	/** Forgets everything. */
	forget(): void {
		this.whole = undefined;
		this.reading = undefined;
		this.noted.clear();
	}

	/**
	 * All objects of the list, old ones first where it has an order.
	 * @throws Failure; the reason of the stop.
	 */
	async all(connection: Connection, freshness: Freshness, stop?: Stop): Promise<KnownObjects> {
		return await this.asReader(freshness.since, async () => {
			for (;;) {
				stop?.throwIfStopped();
				const { whole } = this;
				if (whole?.isFresh(freshness)) return whole.objects;
				await untilStopped(this.advance(connection, freshness), stop);
			}
		});
	}

	/**
	 * The objects of the list in portions, as they are read where they are not known: whoever finds what they
	 * look for reads no further. What has to be read again comes a second time.
	 * @throws Failure; the reason of the stop.
	 */
	async *portions(
		connection: Connection,
		since: number,
		stop?: Stop,
	): AsyncGenerator<IDataObject[]> {
		this.begin(since);
		try {
			this.forgetOld();
			if (this.whole === undefined) {
				let reading = (this.reading ??= new ListReading(this.list));
				let offset = 0;
				for (;;) {
					const portion = [...reading.objects.from(offset)];
					offset += portion.length;
					yield portion;
					if (reading.isComplete) break;
					await untilStopped(this.readOn(connection, reading), stop);
					if (reading.successor !== undefined) {
						// What slipped by may stand on any page.
						reading = reading.successor;
						offset = 0;
					}
				}
				if (reading.startedAt >= since) return;
			}
			yield [...(await this.all(connection, { since }, stop)).from(0)];
		} finally {
			this.readers--;
		}
	}

	/**
	 * One step towards knowing the whole list as it is: a page of it, or its newest end.
	 * @throws Failure
	 */
	async advance(
		connection: Connection,
		{ wholeSince = -Infinity }: Partial<Freshness>,
	): Promise<void> {
		this.forgetOld();
		const { whole } = this;
		if (whole === undefined || !whole.isOrdered || whole.startedAt < wholeSince) {
			if (this.tooLong !== undefined && this.failedAt > now() - KEPT_FOR) throw this.tooLong;
			await this.readOn(connection, (this.reading ??= new ListReading(this.list)));
			return;
		}
		const begin = (): Promise<void> =>
			(this.keepingInStep ??= this.keepInStep(shared(connection), whole).finally(() => {
				this.keepingInStep = undefined;
			}));
		await joined(this.keepingInStep, begin);
	}

	/**
	 * Notes an object that this process has made or changed.
	 * @param isNew Whether it was made; of others only what is known is changed.
	 */
	note(object: IDataObject, isNew: boolean): void {
		const { id } = object;
		if (typeof id !== 'string' || this.knownSoFar === undefined) return;
		const known =
			this.noted.get(id) ?? this.whole?.objects.get(id) ?? this.reading?.objects.get(id);
		if (known === undefined && !isNew) return;
		this.keep(id, { ...known?.object, ...object }, now());
	}

	private learn(id: string, object: IDataObject | undefined, seenAt: number): void {
		if (object !== undefined) {
			this.keep(id, { ...this.whole?.objects.get(id)?.object, ...object }, seenAt);
			return;
		}
		this.whole?.objects.remove(id);
		this.noted.delete(id);
	}

	private keep(id: string, object: IDataObject, seenAt: number): void {
		this.whole?.objects.put(object, seenAt, false);
		if (this.reading !== undefined) this.noted.set(id, { object, seenAt });
	}

	/** A reading that nobody goes on with is of no use to those who need to know what happened since. */
	leaveOff(since: number): void {
		const { reading } = this;
		if (reading === undefined || reading.startedAt >= since) return;
		if (!this.isIdle || reading.isUnderWay) return;
		this.endReading();
	}

	private endReading(): void {
		this.reading = undefined;
		this.noted.clear();
	}

	private begin(since: number): void {
		this.leaveOff(since);
		this.readers++;
	}

	private async asReader<Result>(since: number, look: () => Promise<Result>): Promise<Result> {
		this.begin(since);
		try {
			return await look();
		} finally {
			this.readers--;
		}
	}

	private async readOn(connection: Connection, reading: ListReading): Promise<void> {
		await reading.advance(connection).catch((cause: unknown) => {
			this.failedAt = now();
			if (cause instanceof ListTooLong) {
				this.tooLong = cause;
				this.forget();
			}
			if (cause instanceof RemovedEachTime && this.reading === reading) this.endReading();
			throw cause;
		});
		this.tooLong = undefined;
		if (this.reading !== reading) return;
		if (reading.successor !== undefined) {
			// What was noted meanwhile goes on to it: what is older than its pages gives way to them.
			this.reading = reading.successor;
		} else if (reading.isComplete) {
			this.whole = new WholeList(reading, this.noted);
			this.endReading();
		}
	}

	private async keepInStep(connection: Connection, whole: WholeList): Promise<void> {
		const fits = await whole.keepInStep(connection, this.list);
		if (!fits && this.whole === whole) this.whole = undefined;
	}
}
