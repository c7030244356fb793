import { isWeekday, monthNumber } from './calendar';
import type { WallTime } from './timeZone';

/** A date as it was written: no calendar may have it. */
export interface WrittenDate {
	wallTime: WallTime;
	/** Name of the day of the week that came along, in lower case. */
	weekday?: string;
	/** Minutes that its clocks are ahead of UTC, where the text says so. */
	offset?: number;
}

/** The longest that is read is what JavaScript makes of a Date, about 70 characters. */
const LONGEST_DATE = 100;

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?`;
/** `Z`, `+02`, `+0200`, `+02:00`, `GMT`, and `GMT+0200 (Central European Summer Time)`. */
const ZONE = String.raw`(?<zone>z|(?:utc|gmt)?[+-](?:0\d|1[0-4])(?::?[0-5]\d)?|utc|gmt)(?: \([^()]*\))?`;
const CLOCK = String.raw`(?:(?:t|,? (?:om |at )?)${TIME}(?: ?${ZONE})?)?`;
const WEEKDAY = String.raw`(?:(?<weekday>[a-z]{2,9})\.?,? )?`;
const NAME = String.raw`(?<name>[a-z]{3,9})\.?`;

/** Forms of a date in lower case, single spaces between the words. Days stand before numbered months. */
const FORMS = [
	String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})${CLOCK}`,
	String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:t(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?:${ZONE})?)?`,
	String.raw`(?<day>\d{1,2})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<year>\d{4})${CLOCK}`,
	String.raw`${WEEKDAY}(?<day>\d{1,2})(?:st|nd|rd|th|e|\.)?(?<mark>[-/ ])${NAME},?\k<mark>(?<year>\d{4})${CLOCK}`,
	String.raw`${WEEKDAY}${NAME} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${CLOCK}`,
].map((form) => new RegExp(`^${form}$`));

/**
 * Reads a date as people, spreadsheets, databases and e-mails write it; the tests list the forms. Dates in
 * numbers have the day before the month, as in the Netherlands, and years four digits: `01-07-26` is
 * 1 July 2026 for a Dutchman, 7 January in what spreadsheets write by default (`m/d/yy`), and 26 July 2001
 * where the year stands first.
 * @param text Without white space around it.
 * @returns undefined where it has none of the forms.
 */
export function readDateText(text: string): WrittenDate | undefined {
	if (text.length > LONGEST_DATE) return undefined;
	const plain = text.toLowerCase().replace(/\s+/g, ' ');
	for (const form of FORMS) {
		const parts = form.exec(plain)?.groups;
		if (parts) return toWrittenDate(parts);
	}
	return undefined;
}

function toWrittenDate(parts: Record<string, string | undefined>): WrittenDate | undefined {
	const { name, weekday, zone } = parts;
	const month = name === undefined ? Number(parts.month) : monthNumber(name);
	if (month === undefined || (weekday !== undefined && !isWeekday(weekday))) return undefined;
	const wallTime = {
		year: Number(parts.year),
		month,
		day: Number(parts.day),
		hour: Number(parts.hour ?? 0),
		minute: Number(parts.minute ?? 0),
		second: Number(parts.second ?? 0),
	};
	return { wallTime, weekday, offset: zone === undefined ? undefined : minutesOf(zone) };
}

/** `+02:00`, `+0200`, `+02` and `gmt+0200` are 120; zones without digits are those of UTC. */
function minutesOf(zone: string): number {
	const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(zone) ?? [];
	if (hours === undefined) return 0;
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
