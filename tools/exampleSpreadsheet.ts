import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { projectFolder } from './n8n/nodePackage';

/**
 * Makes examples/input/invoices.xlsx, with cells as a bookkeeper has them: dates, percentages, amounts in
 * euros, an amount that is text, and quantity and VAT filled down one row too far. Run it with `npx tsx tools/exampleSpreadsheet.ts` after a change.
 */
const titles = ['Customer', 'Number', 'Date', 'Description', 'Quantity', 'Price', 'VAT'];
const BAKERY = 'info@bakkerijdegoudenkorst.example';
const PLUMBER = 'info@loodgietersbedrijfvandijk.example';
const BICYCLES = 'info@fietsenwinkelhetwiel.example';
const first = new Date(Date.UTC(2026, 10, 1));

type Row = [string, string, Date, string, number, number | string, number];

const rows: Row[] = [
	[BAKERY, '2026-201', first, 'Oven maintenance', 1, 149.5, 0.21],
	[BAKERY, '2026-201', first, 'Flour, 25 kg', 12, 18.75, 0.09],
	[PLUMBER, '2026-202', first, 'Website', 1, '€ 1.250,00', 0.21],
	[BICYCLES, '2026-203', first, 'Hosting', 1, 12.5, 0.21],
	[PLUMBER, '2026-202', first, 'Changes, per hour', 2.5, 85, 0.21],
];

async function main(): Promise<void> {
	const file = join(projectFolder, 'examples', 'input', 'invoices.xlsx');
	const header = titles.map((value) => ({ value, fontWeight: 'bold' as const }));
	const cells = rows.map(([customer, number, date, description, quantity, price, vat]) => [
		{ value: customer, type: String },
		{ value: number, type: String },
		{ value: date, type: Date, format: 'dd-mm-yyyy' },
		{ value: description, type: String },
		{ value: quantity, type: Number },
		typeof price === 'number'
			? { value: price, type: Number, format: '"€" #,##0.00' }
			: { value: price, type: String },
		{ value: vat, type: Number, format: '0%' },
	]);
	const filledDown = [
		...Array.from({ length: 4 }, () => null),
		{ value: 1, type: Number },
		null,
		{ value: 0.21, type: Number, format: '0%' },
	];
	const columns = [36, 12, 12, 24, 10, 12, 8].map((width) => ({ width }));
	await writeExcelFile([header, ...cells, filledDown], { sheet: 'Invoices', columns }).toFile(file);
	console.log(`written  ${file}`);
}

void main();
