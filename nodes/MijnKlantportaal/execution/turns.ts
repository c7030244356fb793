import type { IDataObject } from 'n8n-workflow';
import type { Channel } from '../../shared/transport/channel';
import { now, wait } from '../../shared/transport/clock';
import { Failure } from '../../shared/transport/failure';
import type { Stop } from '../../shared/transport/stop';
import { untilStopped } from '../../shared/transport/sharing';

/** What came of the last one who had a turn, and when, by the clock of durations. */
export type Last = { at: number } & ({ object: IDataObject } | { undecided: Failure });

/** Everybody who works on one object, one after another. */
interface Line {
	last?: Last;
	/** Resolves when the last one who stands in it has ended. */
	end: Promise<unknown>;
	length: number;
}

/** It goes with its channel. */
const lines = new WeakMap<Channel, Map<string, Line>>();

/** More objects than are worked on within the longest run. */
const MOST_LINES = 10_000;

/**
 * Lets everybody of this process who works on the same object do so one after another, knowing what came
 * of those before.
 * @param keys Who works on the same object shares at least one of them. Whoever comes stands in all of these
 * lines at once, so that no two wait for each other.
 * @param work What it makes is handed to the next one, and a doubt as well.
 * @throws What the work throws; the reason of the stop while it has not begun.
 */
export async function inTurn<Made extends { object: IDataObject }>(
	channel: Channel,
	keys: readonly string[],
	stop: Stop,
	work: (lasts: readonly Last[]) => Promise<Made>,
): Promise<Made> {
	const own = [...new Set(keys)].map((key) => enterLine(channel, key));
	const before = Promise.all(own.map(({ end }) => end));
	const working = untilStopped(before, stop).then(async () => {
		stop.throwIfStopped();
		return await work(own.flatMap(({ last }) => last ?? []));
	});
	const note = (last: Last): void => own.forEach((line) => (line.last = last));
	// Not at once: a failure may be a reason to send nothing more.
	const end = working
		.then(
			({ object }) => note({ object, at: now() }),
			(cause: unknown) => {
				if (cause instanceof Failure && cause.isUndecided) {
					note({ undecided: cause, at: now() });
				}
			},
		)
		.then(async () => await Promise.all([before, wait(0)]))
		.then(() => own.forEach((line) => line.length--));
	for (const line of own) line.end = end;
	return await working;
}

/** Entered at once: a line in which nobody stands may be forgotten. */
function enterLine(channel: Channel, key: string): Line {
	const line = lineOf(channel, key);
	line.length++;
	return line;
}

function lineOf(channel: Channel, key: string): Line {
	const ofChannel = lines.get(channel) ?? new Map<string, Line>();
	lines.set(channel, ofChannel);
	const known = ofChannel.get(key);
	if (known !== undefined) return known;
	if (ofChannel.size >= MOST_LINES) forgetEmpty(ofChannel);
	const line: Line = { end: Promise.resolve(), length: 0 };
	ofChannel.set(key, line);
	return line;
}

function forgetEmpty(ofChannel: Map<string, Line>): void {
	for (const [key, { length }] of ofChannel) if (length === 0) ofChannel.delete(key);
}
