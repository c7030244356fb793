import fc from 'fast-check';
import { dayOfSerial, isSerialDay, readDateNumber } from '../../../nodes/shared/values/dateNumber';

const midnight = { hour: 0, minute: 0, second: 0 };

describe('readDateNumber', () => {
	it('reads days of a spreadsheet as what the clock on the wall shows', () => {
		expect(readDateNumber(46_327)).toEqual({
			kind: 'wallTime',
			wallTime: { year: 2026, month: 11, day: 1, ...midnight },
		});
		expect(readDateNumber(46_327.75)).toMatchObject({ wallTime: { day: 1, hour: 18, minute: 0 } });
		expect(readDateNumber(46_327.60417)).toMatchObject({
			wallTime: { hour: 14, minute: 30, second: 0 },
		});
	});

	it('lets the day end only where what is missing is noise', () => {
		const lastSecond = { day: 1, hour: 23, minute: 59, second: 59 };
		expect(readDateNumber(46_327 + (86_400_000 - 1) / 86_400_000)).toMatchObject({
			wallTime: lastSecond,
		});
		expect(readDateNumber(46_327 + (86_400_000 - 0.4) / 86_400_000)).toMatchObject({
			wallTime: { day: 2, ...midnight },
		});
	});

	it('reads Unix time in seconds and milliseconds, and gives nothing for other numbers', () => {
		const seconds = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 });
		fc.assert(
			fc.property(seconds, (second) => {
				const expected = { kind: 'instant', instant: second * 1000 };
				expect(readDateNumber(second)).toEqual(expected);
				expect(readDateNumber(second * 1000)).toEqual(expected);
			}),
		);
		const others = [
			NaN,
			Infinity,
			-Infinity,
			0,
			19_999.99,
			80_001,
			20_260_701,
			1e9 - 1,
			1e10,
			1e12 - 1,
			1e13,
		];
		for (const other of others) expect(readDateNumber(other)).toBeUndefined();
	});
});

it('tells days of a spreadsheet from other numbers', () => {
	expect([20_000, 80_000.9].map(isSerialDay)).toEqual([true, true]);
	expect([19_999.9, 80_001].map(isSerialDay)).toEqual([false, false]);
	expect([20_000, 46_327.9, 80_000].map(dayOfSerial)).toEqual([
		'1954-10-03',
		'2026-11-01',
		'2119-01-11',
	]);
});
