import { amountCases } from '../../test/unit/values/amountCases';
import { dateCases } from '../../test/unit/values/dateCases';
import { quantityCases } from '../../test/unit/values/quantityCases';
import type { ValueCase } from '../../test/unit/values/valueCase';
import { vatRateCases } from '../../test/unit/values/vatRateCases';
import { code, toTable } from './markdown';

/** The cases of the tests that the documentation shows, in its order. */
const shownDates = [
	'2026-12-31',
	'2026-12-31T14:30:00',
	'31-12-2026',
	'1/7/2026',
	'01.07.2026 14:30',
	'2026/07/01',
	'20260701',
	'1 juli 2026',
	'01-jul-2026',
	'July 1, 2026',
	46327,
	46327.604166667,
	'2026-06-30T22:00:00.000Z',
	'2026-06-30 22:00:00+00',
	'Wed, 01 Jul 2026 14:00:00 +0200',
	1782864000,
	1782864000000,
];
const refusedDates = ['2025-04-31', '31 februari 2026', '12/31/2026', '46327', '01-07-26'];
const shownAmounts = [
	12.5,
	0.30000000000000004,
	'12,95',
	'12.95',
	'€ 1.234,56',
	'1.234,56 EUR',
	'1,234.56',
	'12,50-',
	'€ 12,-',
	12.345,
];
const refusedAmounts = ['1.234', '€ 12 €', '$12'];
const shownRates = [21, 0.21, '9%', '21,0', '0,21'];
const refusedRates = [1.21, 6];
const shownQuantities = [2, '1,5', -1];
const refusedQuantities = ['1.234', '2x'];

/** What is made of dates, one for each way to write them. */
export function datesTable(): string {
	const rows = casesOf(dateCases, shownDates).map((dateCase) => [
		written(dateCase.given),
		code(resultOf(dateCase).day),
		code(resultOf(dateCase).moment),
		dateCase.note ?? '',
	]);
	return toTable(['You give', 'As a day', 'As a moment', 'Comes from'], rows);
}

/** What is made of amounts, VAT rates and quantities. */
export function numbersTable(): string {
	const rows = [
		...rowsOf('Amount', amountCases, shownAmounts),
		...rowsOf('VAT Rate', vatRateCases, shownRates),
		...rowsOf('Quantity', quantityCases, shownQuantities),
	];
	return toTable(['Field', 'You give', 'It is read as', 'Remark'], rows);
}

/** What is refused, with what the node says. */
export function refusedTable(): string {
	const rows = [
		...refusalsOf('Invoice Date', dateCases, refusedDates),
		...refusalsOf('Amount', amountCases, refusedAmounts),
		...refusalsOf('VAT Rate', vatRateCases, refusedRates),
		...refusalsOf('Quantity', quantityCases, refusedQuantities),
	];
	return toTable(['Field', 'You give', 'The node says'], rows);
}

function rowsOf<Result>(
	field: string,
	cases: Array<ValueCase<Result>>,
	shown: unknown[],
): string[][] {
	return casesOf(cases, shown).map((each) => [
		field,
		written(each.given),
		code(String(resultOf(each))),
		each.note ?? '',
	]);
}

function refusalsOf<Result>(
	field: string,
	cases: Array<ValueCase<Result>>,
	shown: unknown[],
): string[][] {
	return casesOf(cases, shown).map((each) => {
		if (!('refused' in each)) throw new Error(`${written(each.given)} is not refused any more.`);
		return [field, written(each.given), `${field} ${each.refused}`];
	});
}

/** @throws Error when the tests have no such case. */
function casesOf<Result>(
	cases: Array<ValueCase<Result>>,
	shown: unknown[],
): Array<ValueCase<Result>> {
	return shown.map((given) => {
		const found = cases.find((each) => each.given === given);
		if (found === undefined) throw new Error(`The tests of values have no case ${written(given)}.`);
		return found;
	});
}

function resultOf<Result>(each: ValueCase<Result>): Result {
	if ('result' in each) return each.result;
	throw new Error(`${written(each.given)} is refused: ${each.refused}`);
}

/** Text in quotes, as it differs from a number. */
function written(given: unknown): string {
	return code(typeof given === 'string' ? `"${given}"` : String(given));
}
