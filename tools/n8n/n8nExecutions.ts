import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'flatted';
import type { StoredWorkflow } from './n8nWorkflows';
import type { RunningN8n } from './startN8n';
import { isN8n1 } from './testedVersions';

export interface OutputItem {
	json: Record<string, unknown>;
	binary?: Record<string, { id?: string; fileName?: string; mimeType: string; data: string }>;
	pairedItem?: unknown;
}

export interface ExecutionError {
	message: string;
	description?: string | null;
	name?: string;
	context?: Record<string, unknown>;
	messages?: string[];
}

export interface NodeRun {
	executionStatus?: string;
	data?: { main: Array<OutputItem[] | null> };
	error?: ExecutionError;
}

export interface ExecutionResult {
	id: string;
	status: string;
	/** The error that ended the execution. */
	error?: ExecutionError;
	/** What every node did, under its name. */
	runs: Record<string, NodeRun[]>;
	/** The answer of n8n as it came, to search in. */
	raw: string;
}

interface ExecutionAnswer {
	data: { id: string; status: string; finished: boolean; stoppedAt: string | null; data: string };
}

interface ExecutionData {
	resultData?: { runData?: Record<string, NodeRun[]>; error?: ExecutionError };
}

function resultDataOf({ data }: ExecutionAnswer['data']): NonNullable<ExecutionData['resultData']> {
	return (parse(data) as ExecutionData | undefined)?.resultData ?? {};
}

interface ExecutionPage {
	data: { results: Array<{ id: string }>; nextCursor?: string | null };
}

const ended = new Set(['success', 'error', 'crashed', 'canceled']);
const defaultPatienceMilliseconds = 60_000;

/** Starts a workflow as the button on the canvas does, and gives the number of the execution. */
export async function startWorkflow(
	{ rest }: RunningN8n,
	workflow: StoredWorkflow,
	triggerName = triggerOf(workflow),
): Promise<string> {
	const { data } = await rest.post<{ data: { executionId: string } }>(
		`/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: triggerName } },
	);
	return data.data.executionId;
}

function triggerOf({ nodes, name }: StoredWorkflow): string {
	const trigger = nodes.find(({ type }) => /trigger$/i.test(type));
	if (!trigger) throw new Error(`The workflow "${name}" has no trigger to start it with.`);
	return trigger.name;
}

/** Waits until an execution has ended, well or badly, and gives all that n8n kept about it. */
export async function waitForExecution(
	{ rest }: RunningN8n,
	executionId: string,
	patienceMilliseconds = defaultPatienceMilliseconds,
): Promise<ExecutionResult> {
	const began = Date.now();
	for (;;) {
		const { data: raw } = await rest.get<string>(`/executions/${executionId}`, {
			responseType: 'text',
			transformResponse: (text: string) => text,
		});
		const { data: execution } = JSON.parse(raw) as ExecutionAnswer;
		const { error, runData = {} } = resultDataOf(execution);
		// n8n 1 stores the status before the data.
		const isStored = error !== undefined || Object.keys(runData).length > 0;
		if (ended.has(execution.status) && isStored) {
			return { id: executionId, status: execution.status, error, runs: runData, raw };
		}
		if (Date.now() - began > patienceMilliseconds) {
			throw new Error(`Execution ${executionId} is still "${execution.status}".`);
		}
		await pause(100);
	}
}

/** The numbers of all executions of a workflow, the newest first. */
export async function executionIdsOf(
	{ rest, version }: RunningN8n,
	{ id }: StoredWorkflow,
): Promise<string[]> {
	const filter = JSON.stringify({ workflowId: id });
	const limit = 100;
	const ids: string[] = [];
	let cursor: string | null | undefined;
	let isLast = false;
	while (!isLast) {
		// n8n 1 goes on after an execution, n8n 2 from a cursor.
		const page = isN8n1(version) ? { lastId: ids.at(-1) } : { cursor };
		const { data } = await rest.get<ExecutionPage>('/executions', {
			params: { filter, limit, ...page },
		});
		const { results, nextCursor } = data.data;
		ids.push(...results.map((execution) => execution.id));
		cursor = nextCursor;
		isLast = isN8n1(version) ? results.length < limit : !cursor;
	}
	// What ends while the pages are read may stand on two of them.
	return [...new Set(ids)];
}

/** Carries an execution that failed out again, as the Retry button in the list of executions does. */
export async function retryExecution({ rest }: RunningN8n, executionId: string): Promise<void> {
	await rest.post(`/executions/${executionId}/retry`, { loadWorkflow: true });
}

/** Runs a workflow to its end. */
export async function runWorkflow(
	n8n: RunningN8n,
	workflow: StoredWorkflow,
): Promise<ExecutionResult> {
	return await waitForExecution(n8n, await startWorkflow(n8n, workflow));
}

/** What a node put out in its last run. */
export function outputOf({ runs }: ExecutionResult, nodeName: string): OutputItem[] {
	return runs[nodeName]?.at(-1)?.data?.main[0] ?? [];
}
