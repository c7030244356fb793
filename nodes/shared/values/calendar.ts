import type { WallTime } from './timeZone';

const MONTHS = [
	['January', 'januari', 'jan'],
	['February', 'februari', 'feb', 'febr'],
	['March', 'maart', 'mar', 'mrt'],
	['April', 'apr'],
	['May', 'mei'],
	['June', 'juni', 'jun'],
	['July', 'juli', 'jul'],
	['August', 'augustus', 'aug'],
	['September', 'sep', 'sept'],
	['October', 'oktober', 'oct', 'okt'],
	['November', 'nov'],
	['December', 'dec'],
] as const;

const WEEKDAYS = [
	['Sunday', 'zondag', 'sun', 'zo'],
	['Monday', 'maandag', 'mon', 'ma'],
	['Tuesday', 'dinsdag', 'tue', 'di'],
	['Wednesday', 'woensdag', 'wed', 'wo'],
	['Thursday', 'donderdag', 'thu', 'do'],
	['Friday', 'vrijdag', 'fri', 'vr'],
	['Saturday', 'zaterdag', 'sat', 'za'],
] as const;

const MONTH_NUMBERS = numbersOf(MONTHS, 1);
const WEEKDAY_NUMBERS = numbersOf(WEEKDAYS, 0);

function numbersOf(names: ReadonlyArray<readonly string[]>, first: number): Map<string, number> {
	return new Map(
		names.flatMap((sameNames, index) =>
			sameNames.map((name): [string, number] => [name.toLowerCase(), first + index]),
		),
	);
}

/** 1 to 12 for the Dutch or English name of a month in lower case, whole or as it is shortened. */
export function monthNumber(name: string): number | undefined {
	return MONTH_NUMBERS.get(name);
}

/** Whether this is the Dutch or English name of a day of the week in lower case, whole or shortened. */
export function isWeekday(name: string): boolean {
	return WEEKDAY_NUMBERS.has(name);
}

/** A slip of the pen in the year (`0206`, `20226`) is a likelier cause than a date outside these. */
export function isLikelyYear(year: number): boolean {
	return year >= 1900 && year <= 2999;
}

/**
 * Why no calendar and no clock shows this, as a few words such as "April 2025 has 30 days".
 * @param weekday Name of the day of the week that came along, in lower case.
 * @returns undefined where it exists.
 */
export function whyNotExisting(wall: WallTime, weekday?: string): string | undefined {
	const { year, month, day, hour, minute, second } = wall;
	if (!isLikelyYear(year)) return `the year ${year}`;
	const [monthName] = MONTHS[month - 1] ?? [];
	if (monthName === undefined) return `there is no month ${month}`;
	const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (day < 1 || day > daysInMonth) return `${monthName} ${year} has ${daysInMonth} days`;
	if (hour > 23 || minute > 59 || second > 59) return 'the time of day';
	const actual = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
	if (weekday === undefined || WEEKDAY_NUMBERS.get(weekday) === actual) return undefined;
	return `${day} ${monthName} ${year} is a ${WEEKDAYS[actual]?.[0]}`;
}

/** `YYYY-mm-dd` */
export function formatDay({ year, month, day }: WallTime): string {
	return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `HH:mm:ss` */
export function formatTime({ hour, minute, second }: WallTime): string {
	return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
