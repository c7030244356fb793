import { getGlobalState } from 'n8n-workflow';
import { quote, WrongValue } from './wrongValue';

/** What a clock on the wall shows: no time zone, months 1 to 12. */
export interface WallTime {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Formatters are costly to make and needed for every item, so one is kept for each time zone.
 * @throws WrongValue for a time zone that does not exist.
 */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
	const formatter = formatters.get(timeZone) ?? makeFormatter(timeZone);
	if (!formatter) {
		throw new WrongValue(
			`cannot be read in the time zone of the workflow, which does not exist: ${quote(timeZone)}`,
			'Choose a time zone in the settings of the workflow.',
		);
	}
	formatters.set(timeZone, formatter);
	return formatter;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	} catch {
		return undefined;
	}
}

/**
 * The time zone by its name. Workflows that were imported may carry `DEFAULT`, n8n's word in the settings
 * for the time zone of the instance, which n8n itself then hands on as it is.
 */
function named(timeZone: string): string {
	return timeZone === 'DEFAULT' ? getGlobalState().defaultTimezone : timeZone;
}

/**
 * What the clocks of a time zone show at an instant.
 * @param instant Milliseconds since 1970-01-01T00:00:00Z.
 * @param timeZone IANA name such as `Europe/Amsterdam`, or n8n's `DEFAULT` for that of the instance.
 * @throws WrongValue for a time zone that does not exist.
 */
export function wallTimeAt(instant: number, timeZone: string): WallTime {
	const parts = new Map(
		formatterOf(named(timeZone))
			.formatToParts(instant)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
	return {
		year: read('year'),
		month: read('month'),
		day: read('day'),
		hour: read('hour'),
		minute: read('minute'),
		second: read('second'),
	};
}

/** The instant at which clocks that stand on UTC show this time. */
export function utcInstantOf(wall: WallTime): number {
	return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** How far the clocks of a time zone are ahead of UTC at an instant of whole seconds, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
	return utcInstantOf(wallTimeAt(instant, timeZone)) - instant;
}

/**
 * The instant at which the clocks of a time zone show this time, in milliseconds since 1970.
 * A time that clocks show twice (end of summer time) is taken as the first of the two, one that they
 * skip (begin of summer time) is moved on by the skipped hour: in the Netherlands both as Luxon does in n8n.
 */
export function instantOf(wall: WallTime, timeZone: string): number {
	const asIfUtc = utcInstantOf(wall);
	const day = 24 * 60 * 60 * 1000;
	const before = asIfUtc - offsetAt(asIfUtc - day, timeZone);
	const after = asIfUtc - offsetAt(asIfUtc + day, timeZone);
	const shows = (instant: number) => utcInstantOf(wallTimeAt(instant, timeZone)) === asIfUtc;
	if (shows(before)) return before;
	if (shows(after)) return after;
	return before;
}
