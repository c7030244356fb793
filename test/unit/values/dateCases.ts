import type { ValueCase } from './valueCase';

/** Dates, for a workflow in the time zone Europe/Amsterdam: what the API gets as a day, and as a moment. */
export const dateCases: Array<ValueCase<{ day: string; moment: string }>> = [
	{ given: '2026-12-31', result: { day: '2026-12-31', moment: '2026-12-31 00:00:00' } },
	{ given: '2026-12-31T14:30:00', result: { day: '2026-12-31', moment: '2026-12-31 14:30:00' } },
	{ given: '2026-12-31 23:59', result: { day: '2026-12-31', moment: '2026-12-31 23:59:00' } },
	{ given: '2026/07/01', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '2026-7-1', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '2026.07.01', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '20260701', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: 20260701, result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{
		given: '20260701T143000Z',
		result: { day: '2026-07-01', moment: '2026-07-01 16:30:00' },
		note: 'calendars (iCalendar)',
	},
	{
		given: '20260701T1430',
		result: { day: '2026-07-01', moment: '2026-07-01 14:30:00' },
		note: 'ISO 8601, basic form',
	},
	{ given: '20260701T143000+0530', result: { day: '2026-07-01', moment: '2026-07-01 11:00:00' } },
	{
		given: '20260701T143000.5',
		refused:
			'is not a date: "20260701T143000.5". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{ given: '31-12-2026', result: { day: '2026-12-31', moment: '2026-12-31 00:00:00' } },
	{
		given: '1/7/2026',
		result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' },
		note: 'day first, never month first',
	},
	{ given: '01.07.2026 14:30', result: { day: '2026-07-01', moment: '2026-07-01 14:30:00' } },
	{ given: '29-02-2028', result: { day: '2028-02-29', moment: '2028-02-29 00:00:00' } },
	{ given: '1 juli 2026', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '1 jul. 2026', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '1e juli 2026 om 14:30', result: { day: '2026-07-01', moment: '2026-07-01 14:30:00' } },
	{ given: 'woensdag 1 juli 2026', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '01-jul-2026', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: '1/Jul/2026 14:30:15', result: { day: '2026-07-01', moment: '2026-07-01 14:30:15' } },
	{ given: 'July 1, 2026', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{ given: 'Jul 1st 2026', result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' } },
	{
		given: '2026-06-30T22:00:00.000Z',
		result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' },
		note: 'an instant: its day in the time zone of the workflow',
	},
	{ given: '2026-06-30T21:59:59Z', result: { day: '2026-06-30', moment: '2026-06-30 23:59:59' } },
	{
		given: '2026-07-01T00:00:00.000+02:00',
		result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' },
	},
	{
		given: '2026-06-30 22:00:00+00',
		result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' },
		note: 'PostgreSQL',
	},
	{
		given: '2026-06-30 22:00:00.123456-03:30',
		result: { day: '2026-07-01', moment: '2026-07-01 03:30:00' },
		note: 'PostgreSQL',
	},
	{
		given: 'Wed, 01 Jul 2026 14:00:00 +0200',
		result: { day: '2026-07-01', moment: '2026-07-01 14:00:00' },
		note: 'e-mails',
	},
	{
		given: 'Wed, 01 Jul 2026 12:00:00 GMT',
		result: { day: '2026-07-01', moment: '2026-07-01 14:00:00' },
		note: 'HTTP',
	},
	{
		given: 'Wed Jul 01 2026 14:00:00 GMT+0200 (Central European Summer Time)',
		result: { day: '2026-07-01', moment: '2026-07-01 14:00:00' },
		note: 'a JavaScript date as text',
	},
	{
		given: 46327,
		result: { day: '2026-11-01', moment: '2026-11-01 00:00:00' },
		note: 'a date cell of an .xlsx, as Extract from File gives it',
	},
	{
		given: 44865,
		result: { day: '2022-10-31', moment: '2022-10-31 00:00:00' },
		note: '1 November 2026 in the Macintosh calendar (1904): not guessed, four years and a day too early',
	},
	{
		given: 46327.604166667,
		result: { day: '2026-11-01', moment: '2026-11-01 14:30:00' },
		note: 'a cell with date and time',
	},
	{
		given: 46327.99999999999,
		result: { day: '2026-11-02', moment: '2026-11-02 00:00:00' },
		note: 'noise of a sum',
	},
	{ given: 46327.999999, result: { day: '2026-11-01', moment: '2026-11-01 23:59:59' } },
	{
		given: 20000,
		result: { day: '1954-10-03', moment: '1954-10-03 00:00:00' },
		note: 'the first day that is read',
	},
	{
		given: 80000.5,
		result: { day: '2119-01-11', moment: '2119-01-11 12:00:00' },
		note: 'the last',
	},
	{
		given: 1782864000,
		result: { day: '2026-07-01', moment: '2026-07-01 02:00:00' },
		note: 'Unix time',
	},
	{
		given: 1782864000.5,
		result: { day: '2026-07-01', moment: '2026-07-01 02:00:00' },
		note: 'Unix time with a fraction',
	},
	{
		given: '1782864000',
		result: { day: '2026-07-01', moment: '2026-07-01 02:00:00' },
		note: 'Unix time as text',
	},
	{
		given: '1782864000.123456',
		result: { day: '2026-07-01', moment: '2026-07-01 02:00:00' },
		note: 'Slack',
	},
	{
		given: '1782864000.',
		refused:
			'is not a date: "1782864000.". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: 1782864000000,
		result: { day: '2026-07-01', moment: '2026-07-01 02:00:00' },
		note: 'Unix time in milliseconds',
	},
	{ given: '1782864000000', result: { day: '2026-07-01', moment: '2026-07-01 02:00:00' } },
	{
		given: 999999999,
		refused:
			'is not a date: 999999999. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{ given: 1000000000, result: { day: '2001-09-09', moment: '2001-09-09 03:46:40' } },
	{ given: 9999999999, result: { day: '2286-11-20', moment: '2286-11-20 18:46:39' } },
	{
		given: 10000000000,
		refused:
			'is not a date: 10000000000. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: 999999999999,
		refused:
			'is not a date: 999999999999. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{ given: 1000000000000, result: { day: '2001-09-09', moment: '2001-09-09 03:46:40' } },
	{ given: 9999999999999, result: { day: '2286-11-20', moment: '2286-11-20 18:46:39' } },
	{
		given: 10000000000000,
		refused:
			'is not a date: 10000000000000. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: ' \u200b2026-07-01\u200b ',
		result: { day: '2026-07-01', moment: '2026-07-01 00:00:00' },
		note: 'copied along: spaces and what cannot be seen',
	},
	{
		given: '46327',
		refused:
			'is not a date: "46327". Is it a day of a spreadsheet (2026-11-01)? Then pass it as a number, as in {{ Number("46327") }}, or let the spreadsheet write 2026-11-01.',
		note: 'a day of a spreadsheet as text',
	},
	{
		given: '46327,5',
		refused:
			'is not a date: "46327,5". Is it a day of a spreadsheet (2026-11-01)? Then pass it as a number, as in {{ Number("46327.5") }}, or let the spreadsheet write 2026-11-01.',
	},
	{
		given: '46327.5',
		refused:
			'is not a date: "46327.5". Is it a day of a spreadsheet (2026-11-01)? Then pass it as a number, as in {{ Number("46327.5") }}, or let the spreadsheet write 2026-11-01.',
	},
	{
		given: '12345',
		refused:
			'is not a date: "12345". A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: '01782864000',
		refused:
			'is not a date: "01782864000". A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: 12345,
		refused:
			'is not a date: 12345. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: 19999.9,
		refused:
			'is not a date: 19999.9. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: 80001,
		refused:
			'is not a date: 80001. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: -46327,
		refused:
			'is not a date: -46327. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: 20260701.5,
		refused:
			'is not a date: 20260701.5. A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: '01-07-26',
		refused:
			'is not a date: "01-07-26". Write four digits for the year: 01-07-2026 if the day stands first, 2001-07-26 if the year does.',
		note: 'years have four digits',
	},
	{
		given: '1 jul 26',
		refused: 'is not a date: "1 jul 26". Write four digits for the year: 1 jul 2026.',
	},
	{
		given: "1-jul-'26",
		refused: 'is not a date: "1-jul-\'26". Write four digits for the year: 1-jul-2026.',
	},
	{
		given: '12/31/26',
		refused:
			'is not a date: "12/31/26". Write the day first and four digits for the year, as in 31-12-2026.',
	},
	{
		given: '31.12.99',
		refused: 'is not a date: "31.12.99". Write four digits for the year: 31.12.2099.',
	},
	{
		given: '31-12-26 14:30',
		refused:
			'is not a date: "31-12-26 14:30". Write four digits for the year: 31-12-2026 if the day stands first, 2031-12-26 if the year does.',
	},
	{
		given: '12/31/2026',
		refused:
			'is not an existing date: "12/31/2026" (there is no month 31). Write the day first: 31/12/2026.',
		note: 'American',
	},
	{
		given: '12/31/2026 14:30',
		refused:
			'is not an existing date: "12/31/2026 14:30" (there is no month 31). Write the day first: 31/12/2026.',
	},
	{
		given: '31122026',
		refused:
			'is not an existing date: "31122026" (the year 3112). Write the year first (20261231), or 31-12-2026.',
	},
	{
		given: 31122026,
		refused:
			'is not an existing date: 31122026 (the year 3112). Write the year first (20261231), or 31-12-2026.',
	},
	{
		given: '99999999',
		refused:
			'is not an existing date: "99999999" (the year 9999). A number is read as a day of a spreadsheet from 20000 to 80000, as 20261231, or as Unix time in seconds (10 digits) or milliseconds (13 digits).',
	},
	{
		given: '31 februari 2026',
		refused:
			'is not an existing date: "31 februari 2026" (February 2026 has 28 days). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '31-02-2026',
		refused:
			'is not an existing date: "31-02-2026" (February 2026 has 28 days). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '2025-04-31',
		refused:
			'is not an existing date: "2025-04-31" (April 2025 has 30 days). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '2026-13-01',
		refused:
			'is not an existing date: "2026-13-01" (there is no month 13). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '2026-00-01',
		refused:
			'is not an existing date: "2026-00-01" (there is no month 0). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '00-01-2026',
		refused:
			'is not an existing date: "00-01-2026" (January 2026 has 31 days). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '0206-01-01',
		refused:
			'is not an existing date: "0206-01-01" (the year 206). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '1899-12-31',
		refused:
			'is not an existing date: "1899-12-31" (the year 1899). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '3000-01-01',
		refused:
			'is not an existing date: "3000-01-01" (the year 3000). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '2026-01-01T24:10',
		refused:
			'is not an existing date: "2026-01-01T24:10" (the time of day). Write what follows the day as in 2026-01-01 14:30, or leave it out.',
	},
	{
		given: '2026-01-01T23:60',
		refused:
			'is not an existing date: "2026-01-01T23:60" (the time of day). Write what follows the day as in 2026-01-01 14:30, or leave it out.',
	},
	{
		given: '2026-01-01T23:59:60',
		refused:
			'is not an existing date: "2026-01-01T23:59:60" (the time of day). Write what follows the day as in 2026-01-01 14:30, or leave it out.',
	},
	{
		given: 'donderdag 1 juli 2026',
		refused:
			'is not an existing date: "donderdag 1 juli 2026" (1 July 2026 is a Wednesday). Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '2026-07',
		refused: 'is not a date: "2026-07". Add the day of the month, as in 2026-12-31.',
		note: 'a month',
	},
	{
		given: '07-2026',
		refused: 'is not a date: "07-2026". Add the day of the month, as in 2026-12-31.',
	},
	{
		given: 'juli 2026',
		refused: 'is not a date: "juli 2026". Add the day of the month, as in 2026-12-31.',
	},
	{
		given: '2026-W01',
		refused:
			'is not a date: "2026-W01". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '31-12/2026',
		refused:
			'is not a date: "31-12/2026". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '1 foo 2026',
		refused:
			'is not a date: "1 foo 2026". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: 'foo 1 juli 2026',
		refused:
			'is not a date: "foo 1 juli 2026". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '2026-01-01T00:00+99:99',
		refused:
			'is not a date: "2026-01-01T00:00+99:99". Write what follows the day as in 2026-01-01 14:30, or leave it out.',
	},
	{ given: 'now', refused: 'is not a date: "now". Use the expression {{ $now }}.' },
	{ given: 'vandaag', refused: 'is not a date: "vandaag". Use the expression {{ $today }}.' },
	{
		given: 'Tomorrow',
		refused: 'is not a date: "Tomorrow". Use the expression {{ $today.plus({ days: 1 }) }}.',
	},
	{
		given: 'gisteren',
		refused: 'is not a date: "gisteren". Use the expression {{ $today.minus({ days: 1 }) }}.',
	},
	{
		given: 'soon',
		refused:
			'is not a date: "soon". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: '',
		refused:
			'is not a date: "". Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: null,
		refused:
			'is not a date: null. Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: undefined,
		refused:
			'is not a date: undefined. Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: true,
		refused:
			'is not a date: true. Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: {},
		refused:
			'is not a date: {}. Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
	{
		given: [],
		refused:
			'is not a date: []. Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	},
];
