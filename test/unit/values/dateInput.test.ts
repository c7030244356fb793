import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readDateInput } from '../../../nodes/shared/values/dateInput';
import { toDay } from '../../../nodes/shared/values/day';
import { toMoment } from '../../../nodes/shared/values/moment';
import { WrongValue } from '../../../nodes/shared/values/wrongValue';
import { dateCases } from './dateCases';
import { AMSTERDAM } from './timeZones';
import { endOf, testCases } from './valueCase';

const REMEDY = 'Use a date.';

describe('readDateInput', () => {
	testCases(
		(given) => ({ day: toDay(given, AMSTERDAM), moment: toMoment(given, AMSTERDAM) }),
		dateCases,
	);

	it('takes dates of JavaScript, also those that expressions made in another realm', () => {
		const instant = Date.UTC(2026, 6, 1);
		const foreign: unknown = runInNewContext(`new Date(${instant})`);
		expect(foreign).not.toBeInstanceOf(Date);
		for (const date of [new Date(instant), foreign]) {
			expect(readDateInput(date, REMEDY)).toEqual({ kind: 'instant', instant });
		}
	});

	it('leaves times without zone to the time zone of the workflow', () => {
		const wallTime = { year: 2026, month: 7, day: 1, hour: 14, minute: 30, second: 0 };
		expect(readDateInput('1-7-2026 14:30', REMEDY)).toEqual({ kind: 'wallTime', wallTime });
	});

	it('takes what n8n makes of dates, and nothing that only looks like it', () => {
		const date = DateTime.fromISO('2026-07-01T00:00:00Z');
		expect(readDateInput(date, REMEDY)).toEqual({ kind: 'instant', instant: date.toMillis() });
		const halves = [
			{ isLuxonDateTime: true },
			{ isLuxonDateTime: true, toMillis: 1 },
			{ isValid: true, toMillis: () => date.toMillis() },
		];
		for (const half of halves) {
			expect(() => readDateInput(half, REMEDY)).toThrow('is not a date: {');
		}
	});

	it.each([
		[new Date('x'), 'is not a valid date: "Invalid Date". Use a date.'],
		[DateTime.invalid('no reason'), 'is not a valid date: "Invalid DateTime". Use a date.'],
		[Object.assign(new Date('2026-07-01'), { toString: () => 'x' }), undefined],
		[
			DateTime.utc(3000),
			'is not an existing date: "3000-01-01T00:00:00.000Z" (the year 3000). Use a date.',
		],
		[
			DateTime.utc(1899, 12, 31),
			'is not an existing date: "1899-12-31T00:00:00.000Z" (the year 1899). Use a date.',
		],
	])('tells why %p is none', (given, refused) => {
		const ended = endOf(() => readDateInput(given, REMEDY));
		if (refused === undefined) expect(ended).toHaveProperty('result.kind', 'instant');
		else expect(ended).toEqual({ refused });
	});

	it('answers any value with a date or a refusal', () => {
		const written = fc.stringMatching(/^[-0-9a-z/.: +,()]{0,20}$/);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), written, fc.double()), (given) => {
				try {
					expect(toMoment(given, AMSTERDAM)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
				} catch (cause) {
					expect(cause).toBeInstanceOf(WrongValue);
				}
			}),
			{ numRuns: 2000 },
		);
	});
});
