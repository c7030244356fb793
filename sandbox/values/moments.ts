const zone = 'Europe/Amsterdam';

const parts = new Intl.DateTimeFormat('en-GB', {
	timeZone: zone,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23',
});

/** The clock in Amsterdam at that instant, read as if it were UTC. */
function wallClock(instant: number): number {
	const part = Object.fromEntries(
		parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
	);
	return Date.UTC(
		part['year'] ?? 0,
		(part['month'] ?? 1) - 1,
		part['day'] ?? 1,
		part['hour'] ?? 0,
		part['minute'] ?? 0,
		part['second'] ?? 0,
	);
}

/** How far the clock in Amsterdam is ahead of UTC at that instant. */
function offsetMinutes(instant: number, wall = wallClock(instant)): number {
	const wholeSeconds = Math.floor(instant / 1000) * 1000;
	return (wall - wholeSeconds) / 60_000;
}

/** An instant as the answers write it: `2024-04-29T21:00:00+02:00`. */
export function atom(instant: Date | number = Date.now()): string {
	const milliseconds = Number(instant);
	const wall = wallClock(milliseconds);
	const offset = offsetMinutes(milliseconds, wall);
	const sign = offset < 0 ? '-' : '+';
	const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
	const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
	return `${new Date(wall).toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}

/** The day in Amsterdam, `YYYY-mm-dd`. */
export function dayOf(instant: Date | number = Date.now()): string {
	return atom(instant).slice(0, 10);
}

/** Whether the text is a day that exists, written `YYYY-mm-dd`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const instant = Date.parse(`${text}T00:00:00Z`);
	// JavaScript reads 2024-04-31 as the first of May; writing it back shows that.
	return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function isClock(text: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text);
}

/** Whether the text is a moment that exists, written `YYYY-mm-dd HH:mm:ss`. */
export function isMoment(text: string): boolean {
	return text[10] === ' ' && isDay(text.slice(0, 10)) && isClock(text.slice(11));
}

/** As isMoment, but the seconds may be left out. */
export function isMomentOrMinute(text: string): boolean {
	return isMoment(text) || isMoment(`${text}:00`);
}

/**
 * Reads a moment or day of a request, which is the local time of Amsterdam.
 * A day counts from its first second.
 */
export function instantOf(text: string): number {
	const day = text.slice(0, 10);
	const clock = text.slice(11) || '00:00:00';
	const asUtc = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`);
	// The offset belongs to the instant that is looked for, so it is asked for a second time
	// with the first guess: that is right on both sides of the change of the clocks.
	const guess = asUtc - offsetMinutes(asUtc) * 60_000;
	return asUtc - offsetMinutes(guess) * 60_000;
}

/** A moment of a request, written as the answers write it. */
export function atomOf(text: string): string {
	return atom(instantOf(text));
}

/** The day that lies a number of days, months or years after another one. */
export function addToDay(day: string, count: number, unit: 'days' | 'months' | 'years'): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	if (unit === 'days') {
		return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
	}
	const months = unit === 'years' ? count * 12 : count;
	// Day 0 of the month after is the last day of the month: 31 January + 1 month is 28 February.
	const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
		.toISOString()
		.slice(0, 10);
}
