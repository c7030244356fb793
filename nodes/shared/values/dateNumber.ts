import { formatDay } from './calendar';
import { wallTimeAt, type WallTime } from './timeZone';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/**
 * Day 0 of the calendar that Excel, LibreOffice and Google Sheets count from, as it holds from
 * 1 March 1900 on. (Day 1 is 1 January 1900 in Excel, which counts a 29 February 1900 that never was:
 * learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year.) The calendar of 1904
 * that Excel for the Macintosh once used is not guessed: its numbers look the same.
 */
const SERIAL_DAY_ZERO = Date.UTC(1899, 11, 30);

/** 3 October 1954 and 11 January 2119. Smaller numbers are as likely to be counts, years or codes. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

/** A number, read as a date in the one way that its size allows. */
export type NumberedDate =
	{ kind: 'wallTime'; wallTime: WallTime } | { kind: 'instant'; instant: number };

/**
 * What a number stands for as a date. The ranges have nothing in common, nor with the eight digits of
 * `YYYYmmdd`:
 *
 * - 20,000 to 80,000: a day of a spreadsheet, with a fraction for the time of day;
 * - ten digits: seconds since 1970 (Unix time), from 2001-09-09 to 2286-11-20;
 * - thirteen digits: milliseconds since 1970, for the same time.
 *
 * @returns undefined where it stands for none.
 */
export function readDateNumber(value: number): NumberedDate | undefined {
	if (isSerialDay(value)) return { kind: 'wallTime', wallTime: wallTimeOfSerial(value) };
	if (value >= 1e9 && value < 1e10) return { kind: 'instant', instant: value * SECOND };
	if (value >= 1e12 && value < 1e13) return { kind: 'instant', instant: value };
	return undefined;
}

/** Whether the number is a day of a spreadsheet, with or without the time of day. */
export function isSerialDay(value: number): boolean {
	return value >= FIRST_SERIAL && value < LAST_SERIAL + 1;
}

/** `YYYY-mm-dd` of a day of a spreadsheet. */
export function dayOfSerial(serial: number): string {
	return formatDay(wallTimeOfSerial(serial));
}

/**
 * What the clock on the wall shows: a spreadsheet knows no time zones. Its cells show a day with a time
 * in five decimals (0.86 seconds), so the nearest second is meant; the day is the one before the point,
 * but for the noise that sums of fractions leave behind.
 */
function wallTimeOfSerial(serial: number): WallTime {
	const milliseconds = Math.round(serial * DAY);
	const day = Math.floor(milliseconds / DAY);
	const second = Math.min(Math.round((milliseconds % DAY) / SECOND), DAY / SECOND - 1);
	return wallTimeAt(SERIAL_DAY_ZERO + day * DAY + second * SECOND, 'UTC');
}
