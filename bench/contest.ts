import './typescriptFirst';
import {
	contenders,
	itemsStep,
	type Contender,
	type ContenderName,
	type Limit,
} from './contenders';
import type { INodeExecutionData } from 'n8n-workflow';
import { runSteps, type Ending } from './engineWorkflow';
import { jobs, type Job, type JobName } from './jobs';
import { startPortalProcess, type PortalProcess } from './portalProcess';

/** What a contender made of a job. */
export interface Score {
	/** Invoices in the portal, or records put out: each counted once. */
	delivered: number;
	lost: number;
	/** How many there are more than there should be. */
	twice: number;
	/** Items that the workflow went on with. */
	output: number;
	/** Requests that the portal refused because of its limit. */
	refused: number;
	seconds: number;
	/** The least time that the limit allows. */
	floorSeconds: number;
	/** The most memory above what the process had before, in MB. */
	megabytes: number;
	/** Processor time for each item or record, in milliseconds. */
	processorMilliseconds: number;
	error?: string;
}

const everyMilliseconds = 20;

/** Does a job and gives the most memory that the process had meanwhile. */
async function watched<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
	let peak = 0;
	const look = (): void => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const watch = setInterval(look, everyMilliseconds);
	look();
	try {
		return [await work(), peak];
	} finally {
		clearInterval(watch);
	}
}

/** Lets the contender do the job for some of its items, or all. */
async function run(
	contender: Contender,
	job: Job,
	limit: Limit,
	{ credential }: PortalProcess,
	given: INodeExecutionData[],
): Promise<Ending> {
	const [first, ...others] = contender.steps(job, credential.baseUrl, limit);
	// n8n wants something to stand before a loop.
	const start = itemsStep('Start', given, first ? [first.step] : []);
	return await runSteps([start, ...(first ? [first] : []), ...others], given, credential);
}

async function compete(
	contender: Contender,
	job: Job,
	limit: Limit,
	openPortal: () => Promise<PortalProcess>,
): Promise<Score> {
	const items = job.items();
	// The first run loads what every run needs. Its portal is another one, of which nothing is known later.
	if (!job.isList) {
		const other = await openPortal();
		await run(contender, job, limit, other, items.slice(0, 1));
		await other.stop();
	}
	const portal = await openPortal();
	const idle = process.memoryUsage.rss();
	const before = process.cpuUsage();
	const began = Date.now();
	const [ending, peak] = await watched(async () => await run(contender, job, limit, portal, items));
	const seconds = (Date.now() - began) / 1000;
	const { user, system } = process.cpuUsage(before);
	const { invoiceNumbers, requests } = await portal.report();
	await portal.stop();
	const output = ending.outputOf('Send');
	// The HTTP Request node puts out pages.
	const records = output.flatMap(({ json }) => (Array.isArray(json.data) ? json.data : [json]));
	const made = job.isList
		? records.map(({ id }) => String(id))
		: invoiceNumbers.filter((number) => number.startsWith('2026-'));
	const delivered = new Set(made).size;
	return {
		delivered,
		lost: job.wanted - delivered,
		twice: made.length - delivered,
		output: records.length,
		refused: requests.filter(({ status }) => status === 429).length,
		seconds,
		floorSeconds:
			((Math.ceil(job.requests / limit.requests) - 1) * limit.windowMilliseconds) / 1000,
		megabytes: (peak - idle) / 1024 / 1024,
		processorMilliseconds: (user + system) / 1000 / job.wanted,
		error: ending.error?.message,
	};
}

/** One contender at one job, in a process of its own: `<contender> <job> <window in milliseconds>`. */
async function main([contenderName, jobName, window]: string[]): Promise<void> {
	const contender: Contender | undefined = contenders[contenderName as ContenderName];
	const job: Job | undefined = jobs[jobName as JobName];
	if (!contender || !job) throw new Error('Which contender, and which job?');
	const limit: Limit = { requests: 60, windowMilliseconds: Number(window) };
	const openPortal = async (): Promise<PortalProcess> =>
		await startPortalProcess({
			limit: limit.requests,
			windowMilliseconds: limit.windowMilliseconds,
			seeded: job.seeded ?? {},
		});
	const score = await compete(contender, job, limit, openPortal);
	console.log(JSON.stringify(score));
	process.exit();
}

void main(process.argv.slice(2));
