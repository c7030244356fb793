import './typescriptFirst';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import { runAnyNode, type Candidate } from './anyNode';
import { pdfCandidates, type Candidates } from './candidates';
import { invoiceItems } from './invoices';
import { line, rounded } from './output';
import { startPortalProcess } from './portalProcess';

/**
 * How much memory a large run takes: 500 invoices, each with a PDF of 2 MB that n8n keeps on disk,
 * compared with a run of one. Without a limit at the API, so that as much as possible is under way. Next
 * to it the same with PDFs of 2 KB, which shows what n8n's engine takes for 500 items of any kind, and
 * n8n's HTTP Request node. Each in a process of its own, because memory once taken is rarely given back.
 */
const count = 500;
const mostMegabytes = 64;
const largeFile = 2 * 1024 * 1024;
const smallFile = 2 * 1024;

const cases: Array<[title: string, candidate: keyof Candidates, fileBytes: number]> = [
	['MijnKlantportaal, PDFs of 2 MB', 'ours', largeFile],
	['MijnKlantportaal, PDFs of 2 KB', 'ours', smallFile],
	['HTTP Request, PDFs of 2 MB', 'httpRequest', largeFile],
];

/** Stores the same bytes once more, as a step before the node would. */
async function storePdf(pdf: Buffer, index: number): Promise<IBinaryKeyData> {
	const service = Container.get(BinaryDataService);
	const location = { type: 'execution', workflowId: 'bench', executionId: '1' } as const;
	const fileName = `invoice-${index}.pdf`;
	const binary = { data: '', mimeType: 'application/pdf', fileName };
	return { data: await service.store(location, pdf, binary) };
}

/** Runs the node and gives the most memory that the process had meanwhile, in MB. */
async function peakOf(
	candidate: Candidate,
	items: INodeExecutionData[],
	credential: { apiKey: string; baseUrl: string },
): Promise<number> {
	let peak = 0;
	const look = (): void => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const watch = setInterval(look, 5);
	look();
	const output = await runAnyNode(candidate, items, credential);
	look();
	clearInterval(watch);
	if (output.length !== items.length) throw new Error('Items were lost.');
	return peak / 1024 / 1024;
}

async function measure(name: keyof Candidates, fileBytes: number, folder: string): Promise<number> {
	const config = Container.get(BinaryDataConfig);
	config.mode = 'filesystem';
	config.localStoragePath = folder;
	await Container.get(BinaryDataService).init();

	const pdf = Buffer.alloc(fileBytes, 'x');
	pdf.write('%PDF-1.4\n');
	const files: IBinaryKeyData[] = [];
	for (let index = 0; index < count; index++) files.push(await storePdf(pdf, index));
	const binaryOf = (index: number): IBinaryKeyData => files[index] ?? {};

	const portal = await startPortalProcess({ limit: Infinity });
	const candidate = pdfCandidates(portal.credential.baseUrl)[name];
	const peakWith = async (items: number): Promise<number> => {
		await portal.reset();
		return await peakOf(candidate, invoiceItems(items, binaryOf), portal.credential);
	};
	// The first run loads what every run needs.
	await peakWith(1);
	const small = await peakWith(1);
	const large = await peakWith(count);
	await portal.stop();
	return large - small;
}

async function measureHere(index: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-bench-'));
	// n8n keeps its settings file where this says.
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_ENCRYPTION_KEY = 'only-for-this-machine';
	try {
		const [, name, fileBytes] = cases[index] ?? cases[0] ?? [];
		if (!name || !fileBytes) return;
		console.log(await measure(name, fileBytes, folder));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function measureAll(): void {
	console.log(
		`\nGrowth of the process from 1 to ${count} items, files on disk; Node.js ${process.version}`,
	);
	const growth = cases.map((_case, index) => {
		const output = execFileSync(process.execPath, ['--import', 'tsx', __filename, String(index)], {
			encoding: 'utf8',
		});
		return Number(output.trim().split('\n').at(-1));
	});
	const [ours = NaN, small = NaN, theirs = NaN] = growth;
	line(cases[0]?.[0] ?? '', `${rounded(ours)} MB`, {
		text: `<= ${mostMegabytes} MB`,
		isMet: ours <= mostMegabytes,
	});
	line(cases[1]?.[0] ?? '', `${rounded(small)} MB`);
	line(cases[2]?.[0] ?? '', `${rounded(theirs)} MB`);
	line('ratio to HTTP Request', rounded(ours / theirs, 2));
}

const [chosen] = process.argv.slice(2);
if (chosen === undefined) measureAll();
else void measureHere(Number(chosen));
