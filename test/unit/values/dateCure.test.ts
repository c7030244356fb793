import { dateCure } from '../../../nodes/shared/values/dateCure';

const NUMBERS =
	'A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).';

describe('dateCure', () => {
	it.each([
		['now', 'Use the expression {{ $now }}.'],
		['NU', 'Use the expression {{ $now }}.'],
		['today', 'Use the expression {{ $today }}.'],
		['morgen', 'Use the expression {{ $today.plus({ days: 1 }) }}.'],
		['yesterday', 'Use the expression {{ $today.minus({ days: 1 }) }}.'],
		[
			'46327,25',
			'Is it a day of a spreadsheet (2026-11-01)? Then pass it as a number, as in {{ Number("46327.25") }}, or let the spreadsheet write 2026-11-01.',
		],
		['19999', NUMBERS],
		['80001', NUMBERS],
		['463270', NUMBERS],
		['046327', NUMBERS],
		['01072026', 'Write the year first (20260701), or 01-07-2026.'],
		['32072026', NUMBERS],
		['1', NUMBERS],
		['131122026', NUMBERS],
		['311220261', NUMBERS],
		[
			'01/07/26',
			'Write four digits for the year: 01/07/2026 if the day stands first, 2001-07-26 if the year does.',
		],
		['1 7 26', 'Write the day first and four digits for the year, as in 31-12-2026.'],
		['31-jan.-26', 'Write four digits for the year: 31-jan.-2026.'],
		['31 Jan 26 10:00', 'Write four digits for the year: 31 Jan 2026.'],
		['1 juul 26', 'Write the day first and four digits for the year, as in 31-12-2026.'],
		['7/31/2026', 'Write the day first: 31/7/2026.'],
		['7-31-2026 10:00', 'Write the day first: 31-7-2026.'],
		['1-11-2026 2:30 PM', 'Write what follows the day as in 1-11-2026 14:30, or leave it out.'],
		['1/2/2026 14u30', 'Write what follows the day as in 1/2/2026 14:30, or leave it out.'],
		['05-06-2026T10', 'Write what follows the day as in 05-06-2026 14:30, or leave it out.'],
		['2026-11-01, 14.30', 'Write what follows the day as in 2026-11-01 14:30, or leave it out.'],
		['1 juli', 'Add the year, as in 1 juli 2028.'],
		['1.juli', 'Add the year, as in 1 juli 2028.'],
		['29 Feb.', 'Add the year, as in 29 Feb 2028.'],
		[
			'31 februari',
			'There is no such day in any year. Correct it and add the year, as in 1 februari 2028.',
		],
		['12-2026', 'Add the day of the month, as in 2026-12-31.'],
		['2026/7', 'Add the day of the month, as in 2026-12-31.'],
		['Dec. 2026', 'Add the day of the month, as in 2026-12-31.'],
	])('tells what to do about %p', (text, expected) => {
		expect(dateCure(text, text)).toBe(expected);
	});

	it.each([
		'',
		'x',
		'46327.',
		'46327x',
		'x46327',
		'1-7/26',
		'31/31/2026',
		'x7/31/2026',
		'7/31/20261',
		'7/31-2026',
		'x01-07-26',
		'12-26',
		'2026-123',
		'202-12',
		'juul 2026',
		'x juli 2026',
		'juli 2026 x',
		'2026 2026',
		'12345x',
		'1-11-2026x',
		'x1-11-2026 14u30',
		'1 juul',
		'x1 juli',
		'1 juli x',
		'constructor',
	])('knows nothing about %p', (text) => {
		expect(dateCure(text, text)).toBeUndefined();
	});

	it('tells how numbers are read, whatever the number', () => {
		expect(dateCure('12.5', 12.5)).toBe(NUMBERS);
		expect(dateCure('31122026', 31122026)).toBe('Write the year first (20261231), or 31-12-2026.');
	});
});
