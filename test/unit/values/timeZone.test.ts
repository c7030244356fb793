import fc from 'fast-check';
import { DateTime } from 'luxon';
import { getGlobalState, setGlobalState } from 'n8n-workflow';
import { instantOf, utcInstantOf, wallTimeAt } from '../../../nodes/shared/values/timeZone';
import { ALL_TIME_ZONES, AMSTERDAM, ODD_TIME_ZONES } from './timeZones';

const instants = fc.integer({ min: Date.UTC(1954, 9, 3), max: Date.UTC(2119, 0, 12) });

describe('wallTimeAt', () => {
	it('is what Luxon shows, in every time zone', () => {
		fc.assert(
			fc.property(instants, fc.constantFrom(...ALL_TIME_ZONES), (instant, zone) => {
				const { year, month, day, hour, minute, second } = DateTime.fromMillis(instant, { zone });
				expect(wallTimeAt(instant, zone)).toEqual({ year, month, day, hour, minute, second });
			}),
			{ numRuns: 2000 },
		);
	});

	it('shows midnight as 0 hours', () => {
		expect(wallTimeAt(Date.UTC(2026, 5, 30, 22), AMSTERDAM)).toMatchObject({ day: 1, hour: 0 });
	});

	it("takes DEFAULT for the time zone of the n8n instance, which is n8n's word for it", () => {
		const before = getGlobalState();
		try {
			for (const defaultTimezone of ['Asia/Kathmandu', 'Pacific/Kiritimati']) {
				setGlobalState({ ...before, defaultTimezone });
				expect(wallTimeAt(0, 'DEFAULT')).toEqual(wallTimeAt(0, defaultTimezone));
			}
		} finally {
			setGlobalState(before);
		}
	});

	it('refuses time zones that do not exist, in words', () => {
		for (const zone of ['Mars/Olympus', '', 'default zone']) {
			expect(() => wallTimeAt(0, zone)).toThrow(
				`cannot be read in the time zone of the workflow, which does not exist: "${zone}". Choose a time zone in the settings of the workflow.`,
			);
		}
	});
});

describe('instantOf', () => {
	it('finds for every wall time an instant that shows it, the first of two', () => {
		fc.assert(
			fc.property(instants, fc.constantFrom(...ODD_TIME_ZONES), (instant, zone) => {
				const wall = wallTimeAt(instant, zone);
				const found = instantOf(wall, zone);
				expect(wallTimeAt(found, zone)).toEqual(wall);
				expect(found).toBeLessThanOrEqual(instant);
			}),
			{ numRuns: 3000 },
		);
	});

	it.each([
		['the first of two', '2026-10-25T02:30:00', AMSTERDAM, '2026-10-25T00:30:00Z'],
		['before the change of the clock', '2026-10-25T01:59:59', AMSTERDAM, '2026-10-24T23:59:59Z'],
		['after the change of the clock', '2026-10-25T03:00:00', AMSTERDAM, '2026-10-25T02:00:00Z'],
		['moved on by the skipped hour', '2026-03-29T02:30:00', AMSTERDAM, '2026-03-29T01:30:00Z'],
		['after the skipped hour', '2026-03-29T03:00:00', AMSTERDAM, '2026-03-29T01:00:00Z'],
		['the day before', '2026-03-28T02:30:00', AMSTERDAM, '2026-03-28T01:30:00Z'],
		['moved on by the skipped day', '2011-12-30T12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
	])('is %s', (_what, wall, zone, expected) => {
		const { year, month, day, hour, minute, second } = DateTime.fromISO(wall, { zone: 'UTC' });
		expect(instantOf({ year, month, day, hour, minute, second }, zone)).toBe(Date.parse(expected));
	});
});

it('counts from 1970 on clocks that stand on UTC', () => {
	expect(utcInstantOf({ year: 1970, month: 1, day: 2, hour: 3, minute: 4, second: 5 })).toBe(
		97_445_000,
	);
});
