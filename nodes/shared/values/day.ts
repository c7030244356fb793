import { formatDay } from './calendar';
import { readDateInput } from './dateInput';
import { wallTimeAt } from './timeZone';

const ACCEPTED_DAYS =
	'Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.';

/**
 * A calendar day in the form the API takes (`YYYY-mm-dd`; docs/api-facts.md, Formats).
 * @param value ISO date or date-time with or without zone, Dutch day-first text, months by name in Dutch
 * or English, day of a spreadsheet, Unix time, Date, or Luxon DateTime.
 * @param timeZone The workflow's time zone (IANA name): the day of an instant is the day it is there.
 * @throws WrongValue
 */
export function toDay(value: unknown, timeZone: string): string {
	const input = readDateInput(value, ACCEPTED_DAYS);
	return formatDay(input.kind === 'instant' ? wallTimeAt(input.instant, timeZone) : input.wallTime);
}
