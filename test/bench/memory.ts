import './typescriptFirst';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import { runNode } from '../node/engine';
import { createParameters, invoiceItems } from './invoices';
import { line, rounded } from './output';
import { startPortalProcess, type PortalProcess } from './portalProcess';

/**
 * How much memory a large run takes: 500 invoices, each with a PDF of 2 MB that n8n keeps on disk,
 * compared with a run of one. Without a limit at the API, so that as much as possible is under way.
 */
const count = 500;
const fileBytes = 2 * 1024 * 1024;
const mostMegabytes = 64;

const pdf = Buffer.alloc(fileBytes, 'x');
pdf.write('%PDF-1.4\n');

/** Stores the same bytes once more, as a step before the node would. */
async function storePdf(index: number): Promise<IBinaryKeyData> {
	const service = Container.get(BinaryDataService);
	const location = { type: 'execution', workflowId: 'bench', executionId: '1' } as const;
	const fileName = `invoice-${index}.pdf`;
	const binary = { data: '', mimeType: 'application/pdf', fileName };
	return { data: await service.store(location, pdf, binary) };
}

/** Runs the node and gives the most memory that the process had meanwhile, in MB. */
async function peakOf(items: INodeExecutionData[], portal: PortalProcess): Promise<number> {
	let peak = 0;
	const look = (): void => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const watch = setInterval(look, 5);
	look();
	const output = await runNode({
		parameters: createParameters,
		items,
		credential: portal.credential,
	});
	look();
	clearInterval(watch);
	if (output.error) throw output.error;
	if (output.items.length !== items.length) throw new Error('Items were lost.');
	return peak / 1024 / 1024;
}

async function measure(folder: string): Promise<void> {
	const config = Container.get(BinaryDataConfig);
	config.mode = 'filesystem';
	config.localStoragePath = folder;
	await Container.get(BinaryDataService).init();

	const files: IBinaryKeyData[] = [];
	for (let index = 0; index < count; index++) files.push(await storePdf(index));
	const portal = await startPortalProcess({ limit: Infinity });
	const binaryOf = (index: number): IBinaryKeyData => files[index] ?? {};
	// The first run loads what every run needs.
	await peakOf(invoiceItems(1, binaryOf), portal);
	await portal.reset();
	const small = await peakOf(invoiceItems(1, binaryOf), portal);
	await portal.reset();
	const began = Date.now();
	const large = await peakOf(invoiceItems(count, binaryOf), portal);
	const seconds = (Date.now() - began) / 1000;
	await portal.stop();

	console.log(
		`\n${count} invoices with a PDF of 2 MB each, kept on disk by n8n; Node.js ${process.version}`,
	);
	line('peak with one item', `${rounded(small)} MB`);
	line(`peak with ${count} items`, `${rounded(large)} MB`);
	line('growth', `${rounded(large - small)} MB`, {
		text: `<= ${mostMegabytes} MB`,
		isMet: large - small <= mostMegabytes,
	});
	line('wall time', `${rounded(seconds)} s`);
}

async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-bench-'));
	// n8n keeps its settings file where this says.
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_ENCRYPTION_KEY = 'only-for-this-machine';
	try {
		await measure(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

void main();
