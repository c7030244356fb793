import { isLikelyYear, whyNotExisting } from './calendar';
import { dateCure } from './dateCure';
import { type NumberedDate, readDateNumber } from './dateNumber';
import { readDateText } from './dateText';
import { utcInstantOf } from './timeZone';
import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** A date as the user gave it: an instant, or what a calendar or a clock shows, not yet in any zone. */
export type DateInput = NumberedDate;

/** The part of Luxon's DateTime (n8n's `$now`, `$today` and date functions) that is read here. */
interface LuxonDateTime {
	isValid: boolean;
	toMillis(): number;
}

function isLuxonDateTime(value: object): value is LuxonDateTime {
	return 'isLuxonDateTime' in value && 'toMillis' in value && typeof value.toMillis === 'function';
}

/** Dates that an expression made come from another realm, where `instanceof` does not know them. */
function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

/** Databases and chats hand over Unix time as text (`1782864000.123456`); nobody does so with serial days. */
const UNIX_TIME = /^[1-9](?:\d{9}|\d{12})(?:\.\d{1,9})?$/;

/**
 * Reads what users, spreadsheets, other nodes and expressions hand over as a date.
 * Day-first dates are read the Dutch way, never the American.
 * @param remedy The sentence that tells which forms are accepted, for what has no cure of its own.
 * @throws WrongValue for everything that is no date, or one that no calendar has.
 */
export function readDateInput(value: unknown, remedy: string): DateInput {
	if (isDate(value)) return readInstant(value.getTime(), value, remedy);
	if (typeof value === 'object' && value !== null && isLuxonDateTime(value)) {
		return readInstant(value.isValid ? value.toMillis() : NaN, value, remedy);
	}
	if (typeof value === 'number') {
		return readDateNumber(value) ?? readText(String(value), value, remedy);
	}
	if (typeof value !== 'string') throw new WrongValue(`is not a date: ${quote(value)}`, remedy);
	const text = visibleText(value);
	const unixTime = UNIX_TIME.test(text) ? readDateNumber(Number(text)) : undefined;
	return unixTime ?? readText(text, value, remedy);
}

function readInstant(instant: number, value: unknown, remedy: string): DateInput {
	if (!Number.isFinite(instant)) {
		throw new WrongValue(`is not a valid date: ${quote(String(value))}`, remedy);
	}
	const year = new Date(instant).getUTCFullYear();
	if (isLikelyYear(year)) return { kind: 'instant', instant };
	throw new WrongValue(
		`is not an existing date: ${quote(String(value))} (the year ${year})`,
		remedy,
	);
}

function readText(text: string, given: unknown, remedy: string): DateInput {
	const written = readDateText(text);
	if (written === undefined) {
		throw new WrongValue(`is not a date: ${quote(given)}`, dateCure(text, given) ?? remedy);
	}
	const { wallTime, weekday, offset } = written;
	const reason = whyNotExisting(wallTime, weekday);
	if (reason !== undefined) {
		throw new WrongValue(
			`is not an existing date: ${quote(given)} (${reason})`,
			dateCure(text, given) ?? remedy,
		);
	}
	if (offset === undefined) return { kind: 'wallTime', wallTime };
	return { kind: 'instant', instant: utcInstantOf(wallTime) - offset * 60_000 };
}
