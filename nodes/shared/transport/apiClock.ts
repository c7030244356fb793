import { now } from './clock';
import type { Ending } from './ending';
import { answeredAt } from './response';

/** What the clock of the API said, and when. */
export interface ApiClock {
	/** Milliseconds since 1970, by the API. */
	says: number;
	/** By the clock of durations. */
	at: number;
}

/** Where it is noted: what is known of a token. */
interface Noted {
	apiClock?: ApiClock;
}

/**
 * Notes what the clock of the API says, which every answer tells in its header `date`: the one of this
 * machine may be set wrong, and set anew while a request is under way.
 */
export function noteApiClock(channel: Noted, ending: Ending): void {
	if (ending.kind !== 'answered') return;
	const says = answeredAt(ending.response);
	if (says !== undefined) channel.apiClock = { says, at: now() };
}

/**
 * What the clock of the API said at a moment, in milliseconds since 1970 and whole seconds.
 * @param moment By the clock of durations.
 * @returns Undefined while no answer has told.
 */
export function byApiClock({ apiClock }: Noted, moment: number): number | undefined {
	return apiClock && apiClock.says - (apiClock.at - moment);
}
