import { formatDay, formatTime } from './calendar';
import { readDateInput } from './dateInput';
import { instantOf, wallTimeAt } from './timeZone';

/**
 * The zone in which the API reads moments. Inferred: no page names one, but every moment in the
 * documentation's answers carries the offset of the Netherlands (docs/api-facts.md, Inferred).
 */
export const API_TIME_ZONE = 'Europe/Amsterdam';

const ACCEPTED_MOMENTS =
	'Use a date and time such as 2026-12-31 14:30 or 31-12-2026 14:30, or an expression such as {{ $now }}.';

/**
 * A moment in the form the API takes: `YYYY-mm-dd HH:mm:ss` (docs/api-facts.md, Formats) on Dutch clocks.
 * @param value What {@link readDateInput} reads; days of a spreadsheet have the time of day as fraction.
 * @param timeZone The workflow's time zone (IANA name), in which a time without zone is read; a date
 * without time is the beginning of that day there.
 * @throws WrongValue
 */
export function toMoment(value: unknown, timeZone: string): string {
	const input = readDateInput(value, ACCEPTED_MOMENTS);
	const instant = input.kind === 'instant' ? input.instant : instantOf(input.wallTime, timeZone);
	const wall = wallTimeAt(instant, API_TIME_ZONE);
	return `${formatDay(wall)} ${formatTime(wall)}`;
}

/**
 * The same without seconds: `YYYY-mm-dd HH:mm`.
 * @throws WrongValue
 */
export function toMinute(value: unknown, timeZone: string): string {
	return toMoment(value, timeZone).slice(0, 'YYYY-mm-dd HH:mm'.length);
}
