import { runAnyNode, type Candidate } from './anyNode';
import { linesCandidates, pdfCandidates, type Candidates } from './candidates';
import { invoiceItems } from './invoices';
import { line, median, rounded } from './output';
import { startPortalProcess, type PortalProcess } from './portalProcess';

/**
 * What one item costs in processor time, beside n8n's own HTTP Request node that sends the same: both in
 * the engine of n8n-core, in one process and in turns, against a portal without limit in another one.
 */
const count = 1000;
const rounds = 3;
const mostMilliseconds = 2;

/** Milliseconds of processor time per item. */
async function costOf(candidate: Candidate, items: number, portal: PortalProcess): Promise<number> {
	await portal.reset();
	const before = process.cpuUsage();
	const output = await runAnyNode(candidate, invoiceItems(items), portal.credential);
	const { user, system } = process.cpuUsage(before);
	const { invoiceNumbers } = await portal.report();
	if (output.length !== items || new Set(invoiceNumbers).size !== items) {
		throw new Error(`Of ${items} invoices ${invoiceNumbers.length} were made.`);
	}
	return (user + system) / 1000 / items;
}

async function compare(
	title: string,
	{ ours, httpRequest }: Candidates,
	portal: PortalProcess,
): Promise<void> {
	const costs: Array<[number, number]> = [];
	// The first runs are spent on compiling, which an n8n that has run for a while has behind it.
	for (const candidate of [ours, httpRequest]) await costOf(candidate, count, portal);
	for (let round = 0; round < rounds; round++) {
		costs.push([await costOf(ours, count, portal), await costOf(httpRequest, count, portal)]);
	}
	const [our = 0, their = 0] = [0, 1].map((index) => median(costs.map((cost) => cost[index] ?? 0)));
	console.log(`\n${title}, ${count} items, median of ${rounds} runs`);
	line('MijnKlantportaal', `${rounded(our, 2)} ms per item`, {
		text: `<= ${mostMilliseconds} ms`,
		isMet: our <= mostMilliseconds,
	});
	line('HTTP Request', `${rounded(their, 2)} ms per item`);
	line('ratio', rounded(our / their, 2));
}

async function main(): Promise<void> {
	const portal = await startPortalProcess({ limit: Infinity });
	const { baseUrl } = portal.credential;
	await compare('Invoice with a PDF (multipart)', pdfCandidates(baseUrl), portal);
	await compare('Invoice from lines (JSON)', linesCandidates(baseUrl), portal);
	await portal.stop();
}

void main();
