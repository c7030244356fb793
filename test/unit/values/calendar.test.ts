import { Info } from 'luxon';
import {
	formatDay,
	formatTime,
	isLikelyYear,
	isWeekday,
	monthNumber,
	whyNotExisting,
} from '../../../nodes/shared/values/calendar';

const LOCALES = ['en', 'nl'];

describe('monthNumber', () => {
	it('knows the months by their Dutch and English names, whole and as they are shortened', () => {
		const lengths = ['long', 'short'] as const;
		for (const locale of LOCALES) {
			for (const length of lengths) {
				const names = Info.months(length, { locale });
				const numbers = names.map((name) => monthNumber(name.toLowerCase().replace('.', '')));
				expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
			}
		}
		expect(['febr', 'sept', 'okt', 'oct', 'mar'].map(monthNumber)).toEqual([2, 9, 10, 10, 3]);
	});

	it.each(['', 'janu', 'June', 'x'])('does not know %p', (name) => {
		expect(monthNumber(name)).toBeUndefined();
	});
});

describe('whyNotExisting', () => {
	const noon = { year: 2026, month: 7, day: 1, hour: 12, minute: 0, second: 0 };

	it.each([
		[{}, undefined],
		[{ hour: 23, minute: 59, second: 59 }, undefined],
		[{ year: 1900 }, undefined],
		[{ year: 2999, month: 12, day: 31 }, undefined],
		[{ year: 2028, month: 2, day: 29 }, undefined],
		[{ year: 1899 }, 'the year 1899'],
		[{ year: 3000 }, 'the year 3000'],
		[{ month: 0 }, 'there is no month 0'],
		[{ month: 13 }, 'there is no month 13'],
		[{ day: 0 }, 'July 2026 has 31 days'],
		[{ day: 32 }, 'July 2026 has 31 days'],
		[{ year: 2100, month: 2, day: 29 }, 'February 2100 has 28 days'],
		[{ hour: 24 }, 'the time of day'],
		[{ minute: 60 }, 'the time of day'],
		[{ second: 60 }, 'the time of day'],
	])('looks at %p', (parts, reason) => {
		expect(whyNotExisting({ ...noon, ...parts })).toBe(reason);
	});

	it('looks at the day of the week in both languages, whole and shortened', () => {
		for (const locale of LOCALES) {
			for (const length of ['long', 'short'] as const) {
				const names = Info.weekdays(length, { locale }).map((name) => name.toLowerCase());
				names.forEach((name, index) => {
					expect(isWeekday(name)).toBe(true);
					// 29 June 2026 is a Monday.
					const date = {
						...noon,
						month: 6 + Math.floor((29 + index) / 31),
						day: ((28 + index) % 30) + 1,
					};
					expect(whyNotExisting(date, name)).toBeUndefined();
					const next = names[(index + 1) % 7];
					expect(whyNotExisting(date, next)).toMatch(/^\d+ Ju(ne|ly) 2026 is a [A-Z][a-z]+day$/);
				});
			}
		}
		expect(whyNotExisting(noon, 'thu')).toBe('1 July 2026 is a Wednesday');
		expect(isWeekday('x')).toBe(false);
	});
});

it('writes days and times with leading zeros', () => {
	const early = { year: 2026, month: 7, day: 1, hour: 2, minute: 3, second: 4 };
	expect([formatDay(early), formatTime(early)]).toEqual(['2026-07-01', '02:03:04']);
});

it('takes the years 1900 to 2999 for likely', () => {
	expect([1899, 1900, 2999, 3000].map(isLikelyYear)).toEqual([false, true, true, false]);
});
