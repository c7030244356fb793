import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newestN8n } from '../../tools/n8n/testedVersions';
import { createCredential } from '../../tools/n8n/n8nCredentials';
import { buildNodePackage, packNodePackage } from '../../tools/n8n/nodePackage';
import { startN8n } from '../../tools/n8n/startN8n';
import type { Candidate } from './anyNode';
import { pdfCandidates } from './candidates';
import { makePdfs } from './filesWorkflow';
import { runInN8n, type Host } from './n8nRun';
import { line, rounded } from './output';
import { startPortalProcess, type PortalProcess } from './portalProcess';
import { findProcess } from './residentMemory';

/**
 * The measure of memory.ts in a real n8n: by how much its main process grows when a workflow sends 500
 * invoices, each with a PDF of 2 MB from disk, compared with a run of one. Files are kept as n8n does by
 * default, on disk, and so are the data of executions: saved at the end, not after each step. Started
 * from outside, so that no editor is told of each step. Each case gets a freshly started n8n, because
 * memory once taken is not always given back.
 *
 * What counts is the most memory in the time in which the node ran, by n8n's own record. What the reading
 * step before it left behind is in that, and is told on a line of its own.
 *
 * A start leaves n8n 2.41 with some 270 MB that it no longer uses, which it gives back after half a minute
 * without work. Before that, most of what a node takes is no growth. So n8n rests first.
 */
const count = 500;
const mostMegabytes = 64;
const largeFile = 2 * 1024 * 1024;
const smallFile = 2 * 1024;
const restMilliseconds = 45_000;

/** Patterns that n8n finds them by. */
interface Files {
	one: string;
	all: string;
}

interface Case {
	candidate: Candidate;
	files: Files;
	/** Whether n8n has time to give back what its start took. */
	rests: boolean;
}

interface Growth {
	/** The most while the node ran, compared with the most in a run of one item. */
	sending: number;
	/** The part of it that was there before the node began. */
	before: number;
	/** The same as `sending`, for the step that reads the files. */
	reading: number;
}

async function measure(host: Host, { candidate, files, rests }: Case): Promise<Growth> {
	// The first runs load what every run needs.
	for (let round = 0; round < 2; round++) await runInN8n(host, candidate, files.one, 1);
	if (rests) await pause(restMilliseconds);
	const small = await runInN8n(host, candidate, files.one, 1);
	const large = await runInN8n(host, candidate, files.all, count);
	return {
		sending: large.sending.peak - small.sending.peak,
		before: large.sending.start - small.sending.peak,
		reading: large.reading.peak - small.reading.peak,
	};
}

async function makeFiles(folder: string, bytes: number): Promise<Files> {
	return {
		one: await makePdfs(join(folder, `${bytes}-one`), 1, bytes),
		all: await makePdfs(join(folder, `${bytes}-all`), count, bytes),
	};
}

function print(growth: Record<'ours' | 'started' | 'small' | 'theirs', Growth>): void {
	const { ours, started, small, theirs } = growth;
	console.log(
		`\nGrowth of the main process of n8n ${newestN8n.n8n} from 1 to ${count} items, files on disk`,
	);
	line('MijnKlantportaal, PDFs of 2 MB', `${rounded(ours.sending)} MB`, {
		text: `<= ${mostMegabytes} MB`,
		isMet: ours.sending <= mostMegabytes,
	});
	line('  there when the node began', `${rounded(ours.before)} MB`);
	line('  most while the files were read', `${rounded(ours.reading)} MB`);
	line('  if n8n was started just before', `${rounded(started.sending)} MB`);
	line('MijnKlantportaal, PDFs of 2 KB', `${rounded(small.sending)} MB`);
	line('  there when the node began', `${rounded(small.before)} MB`);
	line('HTTP Request, PDFs of 2 MB', `${rounded(theirs.sending)} MB`);
	line('  there when the node began', `${rounded(theirs.before)} MB`);
	line('ratio to HTTP Request', rounded(ours.sending / theirs.sending, 2));
}

const report = (text: string): void => void process.stderr.write(`  ${text}\n`);

/** Measures one case in an n8n of its own. */
async function measureCase(
	folder: string,
	tarball: string,
	portal: PortalProcess,
	chosen: Case,
): Promise<Growth> {
	const userFolder = join(folder, 'n8n');
	const environment = { N8N_RESTRICT_FILE_ACCESS_TO: join(folder, 'files') };
	const n8n = await startN8n({ userFolder, tarball, environment, report });
	try {
		const content = { name: 'Portal', type: 'mijnKlantportaalApi', data: portal.credential };
		const credential = await createCredential(n8n, content);
		const processId = findProcess(join('n8n', 'bin', 'n8n'));
		report('Measuring');
		return await measure({ n8n, processId, portal, credential }, chosen);
	} finally {
		await n8n.stop();
		// The copies of the files take a gigabyte.
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function measureAll(folder: string, portal: PortalProcess): Promise<void> {
	await buildNodePackage(report);
	const tarball = await packNodePackage(folder, report);
	const large = await makeFiles(join(folder, 'files'), largeFile);
	const small = await makeFiles(join(folder, 'files'), smallFile);
	const { ours, httpRequest } = pdfCandidates(portal.credential.baseUrl);
	const measured = async (candidate: Candidate, files: Files, rests = true): Promise<Growth> =>
		await measureCase(folder, tarball, portal, { candidate, files, rests });
	print({
		ours: await measured(ours, large),
		started: await measured(ours, large, false),
		small: await measured(ours, small),
		theirs: await measured(httpRequest, large),
	});
}

async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-bench-'));
	const portal = await startPortalProcess({ limit: Infinity });
	try {
		await measureAll(folder, portal);
	} finally {
		await portal.stop();
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

void main();
