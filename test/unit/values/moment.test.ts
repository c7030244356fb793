import fc from 'fast-check';
import { DateTime } from 'luxon';
import { toMinute, toMoment } from '../../../nodes/shared/values/moment';
import { AMSTERDAM, ODD_TIME_ZONES } from './timeZones';

const FORM = 'yyyy-MM-dd HH:mm:ss';

describe('toMoment', () => {
	it.each([
		['2026-12-31T14:30:15.999', AMSTERDAM, '2026-12-31 14:30:15'],
		['2026-12-31T14:30:00Z', AMSTERDAM, '2026-12-31 15:30:00'],
		['2026-07-01T12:00:00Z', AMSTERDAM, '2026-07-01 14:00:00'],
		['2026-07-01 12:00', 'UTC', '2026-07-01 14:00:00'],
		['2026-07-01 12:00', 'America/New_York', '2026-07-01 18:00:00'],
		[46327.5, 'America/New_York', '2026-11-01 18:00:00'],
		[1782864000, 'America/New_York', '2026-07-01 02:00:00'],
		['2026-07-01', AMSTERDAM, '2026-07-01 00:00:00'],
		['2026-07-01', 'America/New_York', '2026-07-01 06:00:00'],
		['2026-12-31T14:30:00+0530', AMSTERDAM, '2026-12-31 10:00:00'],
		// Clocks go from 02:00 to 03:00: this time does not exist and moves on.
		['2026-03-29 02:30', AMSTERDAM, '2026-03-29 03:30:00'],
		// Clocks go from 03:00 back to 02:00: this time exists twice.
		['2026-10-25 02:30', AMSTERDAM, '2026-10-25 02:30:00'],
		// The same elsewhere, where the two are an hour apart on Dutch clocks.
		['2026-11-01 01:30', 'America/New_York', '2026-11-01 06:30:00'],
	])('reads %p in %s', (given, zone, expected) => {
		expect(toMoment(given, zone)).toBe(expected);
	});

	it('is what Luxon makes of it, for every instant and every time without zone', () => {
		const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) });
		fc.assert(
			fc.property(instants, fc.constantFrom(...ODD_TIME_ZONES), (instant, zone) => {
				const inApiZone = DateTime.fromMillis(instant, { zone: AMSTERDAM }).toFormat(FORM);
				expect(toMoment(new Date(instant), zone)).toBe(inApiZone);
				const wall = DateTime.fromMillis(instant, { zone: 'UTC' }).toFormat(FORM);
				const read = DateTime.fromFormat(wall, FORM, { zone });
				const readings = read.getPossibleOffsets().map((reading) => reading.toMillis());
				// Of two readings the first is taken; Luxon takes either.
				const first = readings.length === 2 ? Math.min(...readings) : read.toMillis();
				const expected = DateTime.fromMillis(first, { zone: AMSTERDAM }).toFormat(FORM);
				expect(toMoment(wall, zone)).toBe(expected);
			}),
			{ numRuns: 3000 },
		);
	});

	it('reads every second of a spreadsheet as the time without zone that its cell shows', () => {
		const serials = fc.integer({ min: 20_000, max: 79_999 });
		const seconds = fc.integer({ min: 0, max: 86_399 });
		fc.assert(
			fc.property(serials, seconds, fc.constantFrom(...ODD_TIME_ZONES), (serial, second, zone) => {
				const wall = DateTime.utc(1899, 12, 30).plus({ days: serial, seconds: second });
				const expected = toMoment(wall.toFormat(FORM), zone);
				expect(toMoment(serial + second / 86_400, zone)).toBe(expected);
				const shown = Number((serial + second / 86_400).toFixed(5));
				if (second < 86_399) expect(toMoment(shown, zone)).toBe(expected);
			}),
			{ numRuns: 3000 },
		);
	});

	it('refuses what is no date with moments as examples', () => {
		expect(() => toMoment('soon', AMSTERDAM)).toThrow(
			'is not a date: "soon". Use a date and time such as 2026-12-31 14:30 or 31-12-2026 14:30, or an expression such as {{ $now }}.',
		);
	});
});

it('leaves out the seconds where the API takes none', () => {
	expect(toMinute('2026-12-31 14:30:59', AMSTERDAM)).toBe('2026-12-31 14:30');
});
