import './typescriptFirst';
import { parseArgs } from 'node:util';
import { runNode } from '../test/node/engine';
import { createParameters, invoiceItems, numberOf } from './invoices';
import { line, rounded } from './output';
import { startPortalProcess, type PortalReport } from './portalProcess';

/**
 * How fast the node is where the API limits it: 200 invoices against 60 requests per window, with both
 * kinds of window that the API may have. `--window 10` runs one length of window only, in seconds.
 */
const invoices = 200;
const limit = 60;

/**
 * More than the floor that the limit sets, at windows of 10 seconds: there, what the node adds weighs six times
 * as much as at the API's own.
 */
const mostAboveFloor = 1.05;

async function measure(windowKind: 'fixed' | 'sliding', windowSeconds: number): Promise<void> {
	const windowMilliseconds = windowSeconds * 1000;
	const portal = await startPortalProcess({ limit, windowMilliseconds, windowKind });
	const began = Date.now();
	const { items, error } = await runNode({
		parameters: createParameters,
		items: invoiceItems(invoices),
		credential: portal.credential,
	});
	const seconds = (Date.now() - began) / 1000;
	const report = await portal.report();
	await portal.stop();

	const created = new Set(report.invoiceNumbers);
	const duplicates = report.invoiceNumbers.length - created.size;
	const isInOrder = items.every(
		({ json, pairedItem }, index) =>
			json.invoiceNumber === numberOf(index) &&
			JSON.stringify(pairedItem) === JSON.stringify({ item: index }),
	);
	const floor = (Math.ceil(invoices / limit) - 1) * windowSeconds;

	console.log(`\n${invoices} invoices, ${limit} per ${windowSeconds} s, ${windowKind} window`);
	if (error) line('stopped', error.message);
	line('created', String(created.size), {
		text: String(invoices),
		isMet: created.size === invoices,
	});
	line('duplicates', String(duplicates), { text: '0', isMet: duplicates === 0 });
	line('results', String(items.length), {
		text: 'in order',
		isMet: isInOrder && items.length === invoices,
	});
	line('wall time', `${rounded(seconds)} s`);
	line('floor set by the limit', `${floor} s`);
	line(
		'before the first request',
		`${rounded(((report.requests[0]?.at ?? began) - began) / 1000)} s`,
	);
	line('ratio', rounded(seconds / floor, 3), {
		text: `<= ${mostAboveFloor}`,
		isMet: seconds / floor <= mostAboveFloor,
	});
	line('rejected requests per window', rejectedPerWindow(report, windowMilliseconds));
}

function rejectedPerWindow({ requests }: PortalReport, windowMilliseconds: number): string {
	const start = requests[0]?.at ?? 0;
	const counts: number[] = [];
	for (const { at, status } of requests) {
		const window = Math.floor((at - start) / windowMilliseconds);
		counts[window] = (counts[window] ?? 0) + (status === 429 ? 1 : 0);
	}
	return Array.from(counts, (count) => count ?? 0).join(', ');
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { window: { type: 'string' } } });
	const windows = values.window === undefined ? [10, 60] : [Number(values.window)];
	for (const seconds of windows) {
		await measure('fixed', seconds);
		await measure('sliding', seconds);
	}
}

void main();
