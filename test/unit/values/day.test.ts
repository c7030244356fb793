import fc from 'fast-check';
import { DateTime } from 'luxon';
import { toDay } from '../../../nodes/shared/values/day';
import { ALL_TIME_ZONES, ODD_TIME_ZONES } from './timeZones';

const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

/** Names of the months, by the platform. */
const MONTHS = Object.fromEntries(
	['nl', 'en'].map((language) => {
		const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
		const names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)));
		return [language, names] as const;
	}),
);

/** The day with that number in a spreadsheet, by Luxon, which counts on its own. */
function luxonDay(serial: number): DateTime {
	return DateTime.utc(1899, 12, 30).plus({ days: serial });
}

/** The same day in every way to write it that is read, but for those with an instant. */
function formsOf(serial: number): Array<string | number> {
	const date = luxonDay(serial);
	const [iso, compact] = [date.toFormat('yyyy-MM-dd'), date.toFormat('yyyyMMdd')];
	const dutch = date.setLocale('nl');
	return [
		serial,
		serial + 0.5,
		serial + 86_399 / 86_400,
		iso,
		`${iso}T23:59:59.999`,
		`${iso} 00:00`,
		date.toFormat('yyyy/M/d'),
		compact,
		Number(compact),
		date.toFormat('dd-MM-yyyy'),
		date.toFormat('d/M/yyyy HH:mm'),
		date.toFormat('d.M.yyyy'),
		dutch.toFormat('d MMMM yyyy'),
		dutch.toFormat('cccc d MMMM yyyy'),
		dutch.toFormat('ccc d LLL yyyy'),
		dutch.toFormat('dd-MMM-yyyy'),
		date.toFormat('d MMMM yyyy'),
		date.toFormat('MMMM d, yyyy'),
		date.toFormat('LLL dd yyyy'),
		date.toFormat('dd-LLL-yyyy'),
		date.toFormat('cccc, LLLL d, yyyy'),
	];
}

describe('toDay', () => {
	it('reads every day of a spreadsheet the same in all its forms', () => {
		const wrong: unknown[] = [];
		for (let serial = FIRST_SERIAL; serial <= LAST_SERIAL; serial += 7) {
			const expected = luxonDay(serial).toISODate();
			const zone = ODD_TIME_ZONES[serial % ODD_TIME_ZONES.length] ?? '';
			for (const form of formsOf(serial)) {
				const day = toDay(form, zone);
				if (day !== expected) wrong.push([form, zone, day, expected]);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('reads each of them as number, ISO, day first, and by name in Dutch and English', () => {
		const wrong: unknown[] = [];
		for (let serial = FIRST_SERIAL; serial <= LAST_SERIAL; serial++) {
			const date = luxonDay(serial);
			const expected = date.toISODate() ?? '';
			const [year = '', month = '', day = ''] = expected.split('-');
			const [dutch, english] = ['nl', 'en'].map(
				(language) => MONTHS[language]?.[Number(month) - 1],
			);
			const zone = ALL_TIME_ZONES[serial % ALL_TIME_ZONES.length] ?? '';
			for (const form of [
				serial,
				expected,
				`${day}-${month}-${year}`,
				`${Number(day)} ${dutch} ${year}`,
				`${english} ${Number(day)}, ${year}`,
			]) {
				if (toDay(form, zone) !== expected) wrong.push([form, zone, expected]);
			}
		}
		expect(wrong).toEqual([]);
	});

	it('reads them the same in every time zone, and leads back to the number it came from', () => {
		const serials = fc.integer({ min: FIRST_SERIAL, max: LAST_SERIAL });
		fc.assert(
			fc.property(serials, fc.constantFrom(...ALL_TIME_ZONES), (serial, zone) => {
				const days = new Set(formsOf(serial).map((form) => toDay(form, zone)));
				expect([...days]).toEqual([luxonDay(serial).toISODate()]);
				const [day = ''] = days;
				expect(DateTime.fromISO(day, { zone: 'UTC' }).diff(luxonDay(0), 'days').days).toBe(serial);
			}),
			{ numRuns: 1000 },
		);
	});

	it('begins and ends with the days that the documentation names', () => {
		expect(luxonDay(FIRST_SERIAL).toISODate()).toBe('1954-10-03');
		expect(luxonDay(LAST_SERIAL).toISODate()).toBe('2119-01-11');
	});

	it('takes the day of an instant in the time zone of the workflow, in whichever form it comes', () => {
		const instants = fc.integer({ min: 1_000_000_000, max: 4_700_000_000 });
		fc.assert(
			fc.property(instants, fc.constantFrom(...ALL_TIME_ZONES), (seconds, zone) => {
				const local = DateTime.fromSeconds(seconds, { zone });
				const elsewhere = local.setZone('Asia/Kathmandu');
				const utc = local.toUTC();
				const forms = [
					local,
					elsewhere,
					local.toJSDate(),
					seconds,
					seconds * 1000,
					String(seconds),
					String(seconds * 1000),
					local.toISO(),
					elsewhere.toISO(),
					utc.toISO(),
					utc.toFormat('yyyy-MM-dd HH:mm:ss+00'),
					elsewhere.toFormat('yyyy-MM-dd HH:mm:ssZZ'),
					elsewhere.toRFC2822(),
					utc.toHTTP(),
					utc.toFormat("ccc LLL dd yyyy HH:mm:ss 'GMT'ZZZ '(Coordinated Universal Time)'"),
					utc.toFormat("yyyyMMdd'T'HHmmss'Z'"),
				];
				const days = new Set(forms.map((form) => toDay(form, zone)));
				expect([...days]).toEqual([local.toISODate()]);
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([
		['UTC', '2026-06-30'],
		['Europe/Amsterdam', '2026-07-01'],
		['America/New_York', '2026-06-30'],
		['Pacific/Kiritimati', '2026-07-01'],
	])('puts 22:30 UTC in %s on %s', (zone, expected) => {
		expect(toDay('2026-06-30T22:30:00Z', zone)).toBe(expected);
	});
});
