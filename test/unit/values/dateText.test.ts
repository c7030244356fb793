import { readDateText } from '../../../nodes/shared/values/dateText';

const FIRST_OF_JULY = { year: 2026, month: 7, day: 1, hour: 0, minute: 0, second: 0 };
const HALF_PAST_TWO = { ...FIRST_OF_JULY, hour: 14, minute: 30 };

describe('readDateText', () => {
	it.each([
		['2026-07-01 14:30Z', 0],
		['2026-07-01 14:30 utc', 0],
		['2026-07-01T14:30:00 GMT', 0],
		['2026-07-01 14:30+02', 120],
		['2026-07-01 14:30 +0200', 120],
		['2026-07-01 14:30-03:30', -210],
		['2026-07-01 14:30 UTC+05:45', 345],
		['2026-07-01 14:30 GMT-0000 (x)', 0],
		['1-7-2026 14:30+14:00', 840],
		['20260701T1430-12', -720],
	])('reads the zone of %p', (text, offset) => {
		expect(readDateText(text)?.wallTime).toEqual(HALF_PAST_TWO);
		expect(readDateText(text)?.offset).toBeCloseTo(offset);
	});

	it.each([
		'1 july 2026',
		'1 Jul 2026',
		'1  JULI\t2026',
		'1e juli, 2026',
		'1st july 2026',
		'1. jul. 2026',
		'1/jul./2026',
		'july 1 2026',
		'jul. 1st, 2026',
		'2026.7.1',
	])('reads %p', (text) => {
		expect(readDateText(text)).toEqual({ wallTime: FIRST_OF_JULY });
	});

	it.each([
		['2 juli 2026', 2],
		['2nd july 2026', 2],
		['july 2nd, 2026', 2],
		['3rd july 2026', 3],
		['july 3rd 2026', 3],
		['4th july 2026', 4],
		['july 4th, 2026', 4],
	])('reads the day of %p', (text, day) => {
		expect(readDateText(text)?.wallTime).toEqual({ ...FIRST_OF_JULY, day });
	});

	it.each(['wed 1 jul 2026', 'wo. 1 jul 2026', 'Wednesday, July 1, 2026'])(
		'reads the weekday of %p',
		(text) => {
			expect(readDateText(text)?.wallTime).toEqual(FIRST_OF_JULY);
			expect(readDateText(text)?.weekday).toMatch(/^w(ed|o|ednesday)$/);
		},
	);

	it.each(['T', ' ', ', ', ' om ', ' at ', ', at '])('reads the time after %p', (between) => {
		for (const day of ['2026-07-01', '01-07-2026', '1 juli 2026', 'July 1, 2026']) {
			expect(readDateText(`${day}${between}14:30`)?.wallTime).toEqual(HALF_PAST_TWO);
		}
	});

	it('reads seconds and leaves out fractions', () => {
		expect(readDateText('2026-07-01 1:02:03,999999999')?.wallTime).toEqual({
			...FIRST_OF_JULY,
			hour: 1,
			minute: 2,
			second: 3,
		});
		expect(readDateText('20260701T143015')?.wallTime).toEqual({ ...HALF_PAST_TWO, second: 15 });
	});

	it.each([
		'x2026-07-01',
		'2026-07-01x',
		'2026-07/01',
		'12026-07-01',
		'01-07-2026 14:30x',
		'x01-07-2026',
		'01-07-20261',
		'1 juli 2026 x',
		'x 1 juli 2026',
		'1 juli-2026',
		'1juli2026',
		'1 juul 2026',
		'july 1, 26',
		'juul 1, 2026',
		'x july 1, 2026',
		'x20260701',
		'20260701x',
		'2026071',
		'20260701T14',
		'2026-07-01 14',
		'2026-07-01 14:3',
		'2026-07-01 14:30:0',
		'2026-07-01 14:30:00.1234567890',
		'2026-07-01 14:30+15',
		'2026-07-01 14:30+02:60',
		'2026-07-01 14:30 cet',
		'2026-07-01 14:30Z (x',
		'2026-07-01Z',
		'constructor 1, 2026',
		'',
	])('gives nothing for %p', (text) => {
		expect(readDateText(text)).toBeUndefined();
	});

	it('looks at no more than 100 characters', () => {
		const comment = (length: number) => `2026-07-01 14:30Z (${'x'.repeat(length)})`;
		expect(readDateText(comment(80))).toBeDefined();
		expect(readDateText(comment(81))).toBeUndefined();
	});
});
