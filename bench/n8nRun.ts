import { setTimeout as pause } from 'node:timers/promises';
import type { StoredCredential } from '../tools/n8n/n8nCredentials';
import { startWorkflow, waitForExecution, type NodeRun } from '../tools/n8n/n8nExecutions';
import { importWorkflow } from '../tools/n8n/n8nWorkflows';
import type { RunningN8n } from '../tools/n8n/startN8n';
import type { Candidate } from './anyNode';
import { filesWorkflow } from './filesWorkflow';
import type { PortalProcess } from './portalProcess';
import { watchMemory } from './residentMemory';

/** The n8n that is measured, and what it sends to. */
export interface Host {
	n8n: RunningN8n;
	/** Of n8n's main process. */
	processId: number;
	portal: PortalProcess;
	credential: StoredCredential;
}

/** The memory of n8n's main process, in MB. */
export interface StepMemory {
	/** When the step began. */
	start: number;
	/** The most while it ran. */
	peak: number;
	/** The most from the first upload on, beyond what there was then. */
	uploading: number;
}

/** What n8n keeps of every run of a node, in milliseconds. */
interface TimedRun extends NodeRun {
	startTime: number;
	executionTime: number;
}

const mostMilliseconds = 180_000;

/** Reads the files and sends them, in n8n, and gives the memory that it had while it sent them. */
export async function runInN8n(
	{ n8n, processId, portal, credential }: Host,
	candidate: Candidate,
	pattern: string,
	files: number,
): Promise<StepMemory> {
	const content = filesWorkflow(pattern, candidate, credential.type);
	const workflow = await importWorkflow(n8n, content, credential);
	await portal.reset();
	const memory = watchMemory(processId);
	try {
		const executionId = await startWorkflow(n8n, workflow);
		await untilSent(portal, files);
		const { runs, error } = await waitForExecution(n8n, executionId);
		if (error) throw new Error(`n8n: ${error.message} ${error.description ?? ''}`);
		const { startTime, executionTime, data } = runs.Send?.at(-1) as TimedRun;
		const items = data?.main[0]?.length;
		if (items !== files) throw new Error(`Send put out ${items} items instead of ${files}.`);
		const end = startTime + executionTime;
		const firstUpload = Math.min(...(await portal.report()).requests.map(({ at }) => at));
		return {
			start: memory.at(startTime),
			peak: memory.peakBetween(startTime, end),
			uploading: memory.peakBetween(firstUpload, end) - memory.at(firstUpload),
		};
	} finally {
		memory.stop();
	}
}

/** Asks the portal and not n8n, which would take memory to answer. */
async function untilSent(portal: PortalProcess, files: number): Promise<void> {
	const began = Date.now();
	while (Date.now() - began < mostMilliseconds) {
		const { invoiceNumbers } = await portal.report();
		if (new Set(invoiceNumbers).size >= files) return;
		await pause(200);
	}
	throw new Error(`The ${files} invoices did not arrive within ${mostMilliseconds / 1000} s.`);
}
