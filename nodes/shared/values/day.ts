import { readDateInput } from './dateInput';
import { wallTimeAt, type WallTime } from './timeZone';

const ACCEPTED_DAYS =
	'Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.';

/**
 * A calendar day in the form the API takes (`YYYY-mm-dd`; docs/api-facts.md, Formats).
 * @param value ISO date or date-time with or without zone, Dutch day-first text, Date, or Luxon DateTime.
 * @param timeZone The workflow's time zone (IANA name): the day of an instant is the day it is there.
 * @throws WrongValue
 */
export function toDay(value: unknown, timeZone: string): string {
	const input = readDateInput(value, ACCEPTED_DAYS);
	return formatDay(input.kind === 'instant' ? wallTimeAt(input.instant, timeZone) : input.wallTime);
}

/** `YYYY-mm-dd` */
export function formatDay({ year, month, day }: WallTime): string {
	return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Number with a leading zero where it has one digit. */
export function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
