import type { IDataObject } from 'n8n-workflow';
import type { Channel } from '../transport/channel';
import { now } from '../transport/clock';
import type { Connection } from '../transport/connection';
import { type Page, readPages } from '../transport/pages';
import type { Stop } from '../transport/stop';
import { type PortalObject, readingOf } from './portalObject';

/** A list that is being read, as far as the most demanding of its readers needs it. */
class ListReading {
	/** By the clock of durations: what the portal holds at that moment is in the list. */
	readonly startedAt = now();

	/** Whether a page could not be read, so that there is nothing behind it to be had. */
	hasFailed = false;

	private readonly pages: Array<Promise<Page | undefined>> = [];

	constructor(private readonly source: AsyncGenerator<Page>) {}

	/** The page of that number from 0; undefined behind the last one. */
	async page(index: number): Promise<Page | undefined> {
		while (this.pages.length <= index) this.pages.push(this.readNext());
		return await this.pages[index];
	}

	private async readNext(): Promise<Page | undefined> {
		return await this.source.next().then(
			({ value }: IteratorResult<Page, undefined>) => value,
			(cause: unknown) => {
				this.hasFailed = true;
				throw cause;
			},
		);
	}
}

/** The last reading of each list, by path. It goes with its channel. */
const readings = new WeakMap<Channel, Map<string, ListReading>>();

/**
 * The pages of the list of an object as it is at that moment or later. Whoever looks into the same list
 * for something shares its pages: twenty lost answers read it once.
 * @param since By the clock of durations; what a reading that began earlier lacks may be there by now.
 * @throws Failure; the reason of the stop.
 */
export async function* readList(
	connection: Connection,
	object: PortalObject,
	since: number,
	stop?: Stop,
): AsyncGenerator<IDataObject[]> {
	const reading = readingSince(connection, object, since);
	for (let index = 0; ; index++) {
		stop?.throwIfStopped();
		const page = await reading.page(index);
		if (page === undefined) return;
		yield page.objects;
	}
}

function readingSince(connection: Connection, object: PortalObject, since: number): ListReading {
	const { path = '' } = object;
	const ofChannel = readings.get(connection.channel) ?? new Map<string, ListReading>();
	readings.set(connection.channel, ofChannel);
	const known = ofChannel.get(path);
	if (known !== undefined && known.startedAt >= since && !known.hasFailed) return known;
	// No stop of its own: others may need what it reads longer than the execution that began it.
	const source = readPages(
		connection,
		{ method: 'GET', url: path, answerField: 'data' },
		readingOf(object),
		{ isUrgent: true },
	);
	const reading = new ListReading(source);
	ofChannel.set(path, reading);
	return reading;
}
