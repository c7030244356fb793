import fc from 'fast-check';
import { DateTime } from 'luxon';
import { toDay } from '../../nodes/shared/values/day';
import { toMoment } from '../../nodes/shared/values/moment';
import { instantOf, wallTimeAt } from '../../nodes/shared/values/timeZone';
import { WrongValue } from '../../nodes/shared/values/wrongValue';

const AMSTERDAM = 'Europe/Amsterdam';
const ZONES = [
	AMSTERDAM,
	'UTC',
	'America/New_York',
	'Asia/Kolkata',
	'Pacific/Auckland',
	'Pacific/Apia',
	'America/St_Johns',
	'Africa/Casablanca',
	'Australia/Lord_Howe',
];

describe('toDay', () => {
	it.each([
		['2026-12-31', '2026-12-31'],
		['2026-12-31T00:00:00', '2026-12-31'],
		['2026-12-31 23:59', '2026-12-31'],
		['2026-07-01T00:00:00.000+02:00', '2026-07-01'],
		['2026-06-30T22:00:00.000Z', '2026-07-01'],
		['2026-06-30T21:59:59Z', '2026-06-30'],
		['31-12-2026', '31-12-2026'],
		['1/7/2026', '2026-07-01'],
		['01.07.2026', '2026-07-01'],
		['01-07-2026', '2026-07-01'],
		['29-02-2028', '2028-02-29'],
	])('reads %p', (given, expected) => {
		expect(toDay(given, AMSTERDAM)).toBe(expected === '31-12-2026' ? '2026-12-31' : expected);
	});

	it('takes the day of an instant in the time zone of the workflow', () => {
		const instant = '2026-06-30T22:30:00Z';
		expect(toDay(instant, AMSTERDAM)).toBe('2026-07-01');
		expect(toDay(new Date(instant), 'UTC')).toBe('2026-06-30');
		expect(toDay(DateTime.fromISO(instant, { zone: 'UTC' }), 'Asia/Kolkata')).toBe('2026-07-01');
		expect(toDay(DateTime.fromISO(instant, { zone: 'Pacific/Auckland' }), 'America/New_York')).toBe(
			'2026-06-30',
		);
	});

	it.each([
		['2025-04-31', 'April 2025 has 30 days'],
		['31-02-2026', 'February 2026 has 28 days'],
		['2026-13-01', 'there is no month 13'],
		['12/31/2026', 'there is no month 31'],
		['00-01-2026', 'January 2026 has 31 days'],
		['0206-01-01', 'the year 206'],
		['2026-01-01T24:10', 'the time of day'],
	])('tells why %p does not exist', (given, reason) => {
		expect(() => toDay(given, AMSTERDAM)).toThrow(reason);
	});

	it.each([
		'tomorrow',
		'',
		'2026-1-1',
		'31-12-26',
		'2026-W01',
		'31-12/2026',
		20261231,
		null,
		{},
		[],
		true,
	])('refuses %p', (given) => {
		expect(() => toDay(given, AMSTERDAM)).toThrow(WrongValue);
	});

	it('refuses dates that are none', () => {
		expect(() => toDay(new Date('x'), AMSTERDAM)).toThrow(WrongValue);
		expect(() => toDay(DateTime.invalid('no reason'), AMSTERDAM)).toThrow(WrongValue);
		expect(() => toDay(new Date(8.64e15), AMSTERDAM)).toThrow(WrongValue);
		expect(() => toDay('2026-01-01T00:00+99:99', AMSTERDAM)).toThrow(WrongValue);
	});

	it('reads every day the same in all its forms, in every time zone', () => {
		const days = fc.date({
			min: new Date('1990-01-01'),
			max: new Date('2100-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(days, fc.constantFrom(...ZONES), (date, zone) => {
				const iso = date.toISOString().slice(0, 10);
				const [year, month, day] = iso.split('-');
				expect(toDay(iso, zone)).toBe(iso);
				expect(toDay(`${iso}T00:00:00`, zone)).toBe(iso);
				expect(toDay(`${day}-${month}-${year}`, zone)).toBe(iso);
				expect(toDay(`${Number(day)}/${Number(month)}/${year}`, zone)).toBe(iso);
				const local = DateTime.fromJSDate(date, { zone });
				expect(toDay(local, zone)).toBe(local.toISODate());
				expect(toDay(local.toISO(), zone)).toBe(local.toISODate());
			}),
			{ numRuns: 500 },
		);
	});
});

describe('toMoment', () => {
	it.each([
		['2026-12-31 14:30', AMSTERDAM, '2026-12-31 14:30:00'],
		['31-12-2026 14:30', AMSTERDAM, '2026-12-31 14:30:00'],
		['2026-12-31T14:30:15.999', AMSTERDAM, '2026-12-31 14:30:15'],
		['2026-12-31T14:30:00Z', AMSTERDAM, '2026-12-31 15:30:00'],
		['2026-07-01T12:00:00Z', AMSTERDAM, '2026-07-01 14:00:00'],
		['2026-07-01 12:00', 'UTC', '2026-07-01 14:00:00'],
		['2026-07-01 12:00', 'America/New_York', '2026-07-01 18:00:00'],
		['2026-07-01', AMSTERDAM, '2026-07-01 00:00:00'],
		['2026-12-31T14:30:00+0530', AMSTERDAM, '2026-12-31 10:00:00'],
		// Clocks go from 02:00 to 03:00: this time does not exist and moves on.
		['2026-03-29 02:30', AMSTERDAM, '2026-03-29 03:30:00'],
		// Clocks go from 03:00 back to 02:00: this time exists twice.
		['2026-10-25 02:30', AMSTERDAM, '2026-10-25 02:30:00'],
	])('reads %p in %s', (given, zone, expected) => {
		expect(toMoment(given, zone)).toBe(expected);
	});

	it('is what Luxon makes of it, for every instant and every time without zone', () => {
		const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) });
		fc.assert(
			fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
				const form = 'yyyy-MM-dd HH:mm:ss';
				const inApiZone = DateTime.fromMillis(instant, { zone: AMSTERDAM }).toFormat(form);
				expect(toMoment(new Date(instant), zone)).toBe(inApiZone);
				const wall = DateTime.fromMillis(instant, { zone: 'UTC' }).toFormat(form);
				const read = DateTime.fromFormat(wall, form, { zone }).setZone(AMSTERDAM).toFormat(form);
				expect(toMoment(wall, zone)).toBe(read);
			}),
			{ numRuns: 3000 },
		);
	});

	it.each(['2025-04-31 10:00', 'now', '', 12, null])('refuses %p', (given) => {
		expect(() => toMoment(given, AMSTERDAM)).toThrow(WrongValue);
	});
});

it('finds for every instant a wall time that leads back to it, but for the hour that exists twice', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(...ZONES), (instant, zone) => {
			const second = Math.floor(instant / 1000) * 1000;
			const back = instantOf(wallTimeAt(second, zone), zone);
			expect([0, 30 * 60_000, 60 * 60_000, 24 * 60 * 60_000]).toContain(second - back);
		}),
		{ numRuns: 2000 },
	);
});
