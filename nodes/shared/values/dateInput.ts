import type { WallTime } from './timeZone';
import { quote, WrongValue } from './wrongValue';

/** A date as the user gave it: an instant, or what a calendar or a clock shows, not yet in any zone. */
export type DateInput =
	{ kind: 'instant'; instant: number } | { kind: 'wallTime'; wallTime: WallTime; hasTime: boolean };

/** The part of Luxon's DateTime (n8n's `$now`, `$today` and date functions) that is read here. */
interface LuxonDateTime {
	isValid: boolean;
	toMillis(): number;
}

function isLuxonDateTime(value: object): value is LuxonDateTime {
	return 'isLuxonDateTime' in value && 'toMillis' in value && typeof value.toMillis === 'function';
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?`;
const ISO = new RegExp(
	String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${TIME}\s*(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$`,
	'i',
);
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ]+${TIME})?$`);

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** A slip of the pen in the year (`0206`, `20226`) is a likelier cause than a date outside these. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2999;

/**
 * Reads what users, spreadsheets, other nodes and expressions hand over as a date.
 * Day-first dates are read the Dutch way, never the American.
 * @param remedy The sentence that tells which forms are accepted.
 * @throws WrongValue for everything that is no date, or one that no calendar has.
 */
export function readDateInput(value: unknown, remedy: string): DateInput {
	if (value instanceof Date) return instantInput(value.getTime(), value, remedy);
	if (typeof value === 'object' && value !== null && isLuxonDateTime(value)) {
		return instantInput(value.isValid ? value.toMillis() : NaN, value, remedy);
	}
	if (typeof value !== 'string') throw new WrongValue(`is not a date: ${quote(value)}`, remedy);

	const text = value.trim();
	const iso = ISO.exec(text);
	if (iso) {
		const [, year, month, day, hour, minute, second, zone] = iso;
		const wallTime = toWallTime(text, [year, month, day, hour, minute, second], remedy);
		if (zone === undefined) return { kind: 'wallTime', wallTime, hasTime: hour !== undefined };
		return { kind: 'instant', instant: toInstant(wallTime, zone) };
	}
	const dayFirst = DAY_FIRST.exec(text);
	if (dayFirst) {
		const [, day, , month, year, hour, minute, second] = dayFirst;
		const wallTime = toWallTime(text, [year, month, day, hour, minute, second], remedy);
		return { kind: 'wallTime', wallTime, hasTime: hour !== undefined };
	}
	throw new WrongValue(`is not a date: ${quote(value)}`, remedy);
}

function instantInput(instant: number, value: unknown, remedy: string): DateInput {
	if (!Number.isFinite(instant)) {
		throw new WrongValue(`is not a valid date: ${quote(String(value))}`, remedy);
	}
	const year = new Date(instant).getUTCFullYear();
	if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
		throw new WrongValue(
			`is not an existing date: ${quote(String(value))} (the year ${year})`,
			remedy,
		);
	}
	return { kind: 'instant', instant };
}

function toInstant(wallTime: WallTime, zone: string): number {
	const asIfUtc = Date.UTC(
		wallTime.year,
		wallTime.month - 1,
		wallTime.day,
		wallTime.hour,
		wallTime.minute,
		wallTime.second,
	);
	if (zone.toUpperCase() === 'Z') return asIfUtc;
	const sign = zone.startsWith('-') ? -1 : 1;
	const digits = zone.slice(1).replace(':', '');
	const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
	return asIfUtc - sign * minutes * 60_000;
}

function toWallTime(text: string, parts: Array<string | undefined>, remedy: string): WallTime {
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
		Number(part ?? 0),
	);
	const refuse = (reason: string): never => {
		throw new WrongValue(`is not an existing date: ${quote(text)} (${reason})`, remedy);
	};
	if (year < EARLIEST_YEAR || year > LATEST_YEAR) refuse(`the year ${year}`);
	if (month < 1 || month > 12) refuse(`there is no month ${month}`);
	const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (day < 1 || day > daysInMonth) {
		refuse(`${MONTHS[month - 1]} ${year} has ${daysInMonth} days`);
	}
	if (hour > 23 || minute > 59 || second > 59) refuse('the time of day');
	return { year, month, day, hour, minute, second };
}
