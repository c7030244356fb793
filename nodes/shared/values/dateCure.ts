import { monthNumber, whyNotExisting } from './calendar';
import { dayOfSerial, isSerialDay } from './dateNumber';
import { readDateText } from './dateText';

const NUMBERS =
	'A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).';

const EXPRESSIONS = new Map([
	...sameCure(['now', 'nu'], '{{ $now }}'),
	...sameCure(['today', 'vandaag'], '{{ $today }}'),
	...sameCure(['tomorrow', 'morgen'], '{{ $today.plus({ days: 1 }) }}'),
	...sameCure(['yesterday', 'gisteren'], '{{ $today.minus({ days: 1 }) }}'),
]);

function sameCure(words: string[], expression: string): Array<[string, string]> {
	return words.map((word) => [word, `Use the expression ${expression}.`]);
}

/**
 * What to do about a date that cannot be read, in one sentence for exactly what was given.
 * @param text What was given, without white space around it.
 * @param given The same as it came: a number or text.
 * @returns undefined where nothing is known about it.
 */
export function dateCure(text: string, given: unknown): string | undefined {
	if (typeof given === 'number') return digitsCure(text) ?? NUMBERS;
	return (
		EXPRESSIONS.get(text.toLowerCase()) ??
		spreadsheetCure(text) ??
		digitsCure(text) ??
		shortYearCure(text) ??
		timeCure(text) ??
		monthFirstCure(text) ??
		missingDayCure(text) ??
		missingYearCure(text)
	);
}

/** `46327` as text: as a number it would be read, but digits in a text can be the number of anything. */
function spreadsheetCure(text: string): string | undefined {
	if (!/^\d{5}(?:[.,]\d{1,20})?$/.test(text)) return undefined;
	const number = text.replace(',', '.');
	if (!isSerialDay(Number(number))) return undefined;
	const day = dayOfSerial(Number(number));
	return `Is it a day of a spreadsheet (${day})? Then pass it as a number, as in {{ Number("${number}") }}, or let the spreadsheet write ${day}.`;
}

/** `31122026`, and other digits. */
function digitsCure(text: string): string | undefined {
	const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
	if (day !== undefined && exists(`${day}-${month}-${year}`)) {
		return `Write the year first (${year}${month}${day}), or ${day}-${month}-${year}.`;
	}
	return /^\d{1,40}$/.test(text) ? NUMBERS : undefined;
}

/** `01-07-26`, `1 jul 26` */
function shortYearCure(text: string): string | undefined {
	const [, first, mark, month, last] =
		/^(\d{1,2})([-/. ])([a-z]{3,9}\.?|\d{1,2})\2'?(\d{2})(?!\d)/i.exec(text) ?? [];
	if (first === undefined) return undefined;
	const dayFirst = `${first}${mark}${month}${mark}20${last}`;
	const yearFirst = `20${first}-${month}-${last}`;
	if (!exists(dayFirst))
		return 'Write the day first and four digits for the year, as in 31-12-2026.';
	return exists(yearFirst)
		? `Write four digits for the year: ${dayFirst} if the day stands first, ${yearFirst} if the year does.`
		: `Write four digits for the year: ${dayFirst}.`;
}

/** `1-11-2026 2:30 PM`, `1-11-2026 14u30`: the day is right, so it is what stands behind it. */
function timeCure(text: string): string | undefined {
	const [, day] = /^(\d{1,4}([-/.])\d{1,2}\2\d{1,4})[t ,]/i.exec(text) ?? [];
	return day !== undefined && exists(day)
		? `Write what follows the day as in ${day} 14:30, or leave it out.`
		: undefined;
}

/** `12/31/2026` */
function monthFirstCure(text: string): string | undefined {
	const [given = '', month, mark, day, year] =
		/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text) ?? [];
	if (month === undefined || exists(given)) return undefined;
	const dayFirst = `${day}${mark}${month}${mark}${year}`;
	return exists(dayFirst) ? `Write the day first: ${dayFirst}.` : undefined;
}

/** `2026-07`, `07-2026`, `juli 2026` */
function missingDayCure(text: string): string | undefined {
	const [, first = '', last = ''] = /^([a-z]{3,9}|\d{1,4})\.?[-/. ](\d{1,4})$/i.exec(text) ?? [];
	const isMonth = monthNumber(first.toLowerCase()) !== undefined || first.length <= 2;
	const hasYear = isMonth ? last.length === 4 : first.length === 4 && last.length <= 2;
	return hasYear ? 'Add the day of the month, as in 2026-12-31.' : undefined;
}

/** `31 februari`, `1 juli`, `1 jul.` */
function missingYearCure(text: string): string | undefined {
	const [, day, month = ''] = /^(\d{1,2})(?:[-/ ]|\. ?)([a-z]{3,9})\.?$/i.exec(text) ?? [];
	if (day === undefined || monthNumber(month.toLowerCase()) === undefined) return undefined;
	const written = readDateText(`${day} ${month} ${LEAP_YEAR}`);
	return written !== undefined && whyNotExisting(written.wallTime) === undefined
		? `Add the year, as in ${day} ${month} ${LEAP_YEAR}.`
		: `There is no such day in any year. Correct it and add the year, as in 1 ${month} ${LEAP_YEAR}.`;
}

/** A year with all days that there are. */
const LEAP_YEAR = 2028;

function exists(text: string): boolean {
	const written = readDateText(text);
	return written !== undefined && whyNotExisting(written.wallTime) === undefined;
}
