import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { runAnyNode } from './anyNode';
import { ours } from './candidates';
import { line, median, rounded } from './output';
import { startPortalProcess, type PortalProcess } from './portalProcess';

/**
 * What it costs in processor time that rows become invoices: 10,000 rows that are 2,000 invoices, less
 * what it costs to send the same 2,000 invoices with their lines given at once. The rows of an invoice
 * stand apart, as they do in a spreadsheet that is sorted by date.
 */
const invoices = 2000;
const rowsOfEach = 5;
const rounds = Number(process.argv[2] ?? 3);
const mostMilliseconds = 2;

const customerId = { __rl: true, mode: 'id', value: 'cst_sandbox000000001' };
const invoice: INodeParameters = {
	resource: 'invoice',
	operation: 'createManual',
	customerId,
	invoiceNumber: '={{ $json.number }}',
	issuedAt: '={{ $json.date }}',
};
const lineOf = {
	description: '={{ $json.what }}',
	amountExclVat: '={{ $json.price }}',
	vatRate: 21,
};
const fromRows = { ...invoice, specifyLines: 'rows', lines: { line: [lineOf] } };
const fromLines = { ...invoice, specifyLines: 'json', linesJson: '={{ $json.lines }}' };

const rowItems: INodeExecutionData[] = Array.from(
	{ length: invoices * rowsOfEach },
	(_, index) => ({
		json: {
			number: `2026-${index % invoices}`,
			date: '01-11-2026',
			what: `Line ${index}`,
			price: '12,95',
		},
	}),
);

const invoiceItems: INodeExecutionData[] = Array.from({ length: invoices }, (_, index) => ({
	json: {
		number: `2026-${index}`,
		date: '01-11-2026',
		lines: Array.from({ length: rowsOfEach }, (_nothing, part) => ({
			description: `Line ${part}`,
			amountExclVat: '12,95',
			vatRate: 21,
		})),
	},
}));

/** Milliseconds of processor time. */
async function costOf(
	parameters: INodeParameters,
	items: INodeExecutionData[],
	portal: PortalProcess,
): Promise<number> {
	await portal.reset();
	const before = process.cpuUsage();
	const output = await runAnyNode(ours(parameters), items, portal.credential);
	const { user, system } = process.cpuUsage(before);
	const { invoiceNumbers } = await portal.report();
	if (output.length !== invoices || new Set(invoiceNumbers).size !== invoices) {
		throw new Error(`Of ${invoices} invoices ${invoiceNumbers.length} were made.`);
	}
	return (user + system) / 1000;
}

async function main(): Promise<void> {
	const portal = await startPortalProcess({ limit: Infinity });
	const costs: Array<{ rows: number; sending: number }> = [];
	// The first runs are spent on compiling, which an n8n that has run for a while has behind it.
	for (let round = -1; round < rounds; round++) {
		const cost = {
			rows: await costOf(fromRows, rowItems, portal),
			sending: await costOf(fromLines, invoiceItems, portal),
		};
		if (round >= 0) costs.push(cost);
	}
	await portal.stop();
	const beyond = median(costs.map(({ rows, sending }) => (rows - sending) / rowItems.length));
	console.log(`\n${rowItems.length} rows that are ${invoices} invoices, median of ${rounds} runs`);
	line(
		'from rows',
		`${rounded(median(costs.map(({ rows }) => rows)) / invoices, 2)} ms per invoice`,
	);
	line(
		'from lines',
		`${rounded(median(costs.map(({ sending }) => sending)) / invoices, 2)} ms per invoice`,
	);
	line('a row, beyond sending', `${rounded(beyond, 2)} ms`, {
		text: `<= ${mostMilliseconds} ms`,
		isMet: beyond <= mostMilliseconds,
	});
}

void main();
