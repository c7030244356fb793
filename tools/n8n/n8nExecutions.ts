import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'flatted';
import type { StoredWorkflow } from './n8nWorkflows';
import type { RunningN8n } from './startN8n';

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
