import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newestN8n } from '../tools/n8n/testedVersions';
import { createCredential } from '../tools/n8n/n8nCredentials';
import { buildNodePackage, packNodePackage } from '../tools/n8n/nodePackage';
import { startN8n } from '../tools/n8n/startN8n';
import type { Candidate } from './anyNode';
import { pdfCandidates } from './candidates';
import { makePdfs } from './filesWorkflow';
import { runInN8n, type Host } from './n8nRun';
import { line, rounded } from './output';
import { startPortalProcess, type PortalProcess } from './portalProcess';
import { findProcess } from './residentMemory';

/**
 * The measure of memory.ts in a real n8n: by how much its main process grows when a workflow sends 500
 * invoices, each with a PDF of 2 MB from disk, compared with a run of one, beside the HTTP Request node in
 * the same run. Files are kept as n8n does by default, on disk, and so are the data of executions: saved at
 * the end, not after each step. Started from outside, so that no editor is told of each step. Each case gets
 * a freshly started n8n, because memory once taken is not always given back.
 *
 * What counts is the most memory in the time in which the node ran, by n8n's own record: in all, and from
 * the first upload on. What came before that is what n8n's engine takes to prepare 500 items.
 *
 * A start leaves n8n 2.41 with some 270 MB that it no longer uses, which it gives back after half a minute
 * without work. Before that, most of what a node takes is no growth. So each is measured fresh and rested.
 */
const count = 500;
const fileBytes = 2 * 1024 * 1024;
const restMilliseconds = 45_000;

/** The most that ours may take from the first upload on, of what the HTTP Request node takes. */
const mostOfTheirs = 1 / 3;

/** Patterns that n8n finds them by. */
interface Files {
	one: string;
	all: string;
}

interface Case {
	candidate: Candidate;
	/** Whether n8n has time to give back what its start took. */
	rests: boolean;
}

interface Growth {
	/** The most while the node ran, compared with the most in a run of one item. */
	all: number;
	/** The part of it that was there before the node began. */
	before: number;
	/** The most from the first upload on, beyond what there was then. */
	uploading: number;
}

async function measure(host: Host, { candidate, rests }: Case, files: Files): Promise<Growth> {
	// The first runs load what every run needs.
	for (let round = 0; round < 2; round++) await runInN8n(host, candidate, files.one, 1);
	if (rests) await pause(restMilliseconds);
	const one = await runInN8n(host, candidate, files.one, 1);
	const all = await runInN8n(host, candidate, files.all, count);
	return {
		all: all.peak - one.peak,
		before: all.start - one.peak,
		uploading: all.uploading,
	};
}

async function makeFiles(folder: string): Promise<Files> {
	return {
		one: await makePdfs(join(folder, 'one'), 1, fileBytes),
		all: await makePdfs(join(folder, 'all'), count, fileBytes),
	};
}

function print(title: string, ours: Growth, theirs: Growth): void {
	const row = (name: string, { all, before, uploading }: Growth): void => {
		line(name, `${rounded(all)} MB`);
		line('  there when the node began', `${rounded(before)} MB`);
		line('  from the first upload on', `${rounded(uploading)} MB`);
	};
	console.log(
		`\nn8n ${newestN8n.n8n}, ${title}: growth from 1 to ${count} PDFs of 2 MB, files on disk`,
	);
	row('MijnKlantportaal', ours);
	row('HTTP Request', theirs);
	const ratio = ours.uploading / theirs.uploading;
	line('ratio in all', rounded(ours.all / theirs.all, 2));
	line('ratio from the first upload on', rounded(ratio, 2), {
		text: `<= ${rounded(mostOfTheirs, 2)}`,
		isMet: ratio <= mostOfTheirs,
	});
}

const report = (text: string): void => void process.stderr.write(`  ${text}\n`);

/** Measures one case in an n8n of its own. */
async function measureCase(
	folder: string,
	tarball: string,
	portal: PortalProcess,
	chosen: Case,
	files: Files,
): Promise<Growth> {
	const userFolder = join(folder, 'n8n');
	const environment = { N8N_RESTRICT_FILE_ACCESS_TO: join(folder, 'files') };
	const n8n = await startN8n({ userFolder, tarball, environment, report });
	try {
		const content = { name: 'Portal', type: 'mijnKlantportaalApi', data: portal.credential };
		const credential = await createCredential(n8n, content);
		const processId = findProcess(join('n8n', 'bin', 'n8n'));
		report('Measuring');
		return await measure({ n8n, processId, portal, credential }, chosen, files);
	} finally {
		await n8n.stop();
		// The copies of the files take a gigabyte.
		await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function measureAll(folder: string, portal: PortalProcess): Promise<void> {
	await buildNodePackage(report);
	const tarball = await packNodePackage(folder, report);
	const files = await makeFiles(join(folder, 'files'));
	const { ours, httpRequest } = pdfCandidates(portal.credential.baseUrl);
	for (const rests of [false, true]) {
		const measured = async (candidate: Candidate): Promise<Growth> =>
			await measureCase(folder, tarball, portal, { candidate, rests }, files);
		print(rests ? 'rested' : 'just started', await measured(ours), await measured(httpRequest));
	}
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
