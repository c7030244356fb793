import { WorkflowExecute } from 'n8n-core';
import {
	type IConnections,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRunData,
	Workflow,
} from 'n8n-workflow';
import type { WorkflowContent, WorkflowNode } from '../../../tools/n8n/n8nWorkflows';
import type { ExampleInput } from '../../exampleInput';
import { toAdditionalData } from '../additionalData';
import type { Credential } from '../credentials';
import { actionNode } from '../engine';
import { toRunExecutionData } from '../runExecutionData';
import { standInFor } from './n8nNodes';

const nodeType = 'n8n-nodes-mijnklantportaal.mijnKlantportaal';

/** What came out of a workflow. */
export interface ExampleRun {
	/** What each node put out, its outputs one after the other. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** The message that ended the execution. */
	error?: string;
}

/** Runs a whole example in n8n's engine, with what it would read from elsewhere given. */
export async function runExample(
	{ nodes, connections, settings }: WorkflowContent,
	input: ExampleInput,
	credential: Credential,
): Promise<ExampleRun> {
	const workflow = new Workflow({
		id: 'workflow',
		nodes: nodes.map((node) => withCredential(node)),
		connections: connections as IConnections,
		nodeTypes,
		active: false,
		settings: { ...settings, timezone: 'Europe/Amsterdam' },
	});
	const trigger = workflow.getNode(input.trigger) as INode;
	const stack: IExecuteData[] = [{ node: trigger, data: { main: [[{ json: {} }]] }, source: null }];
	const runData = toRunExecutionData(stack);
	runData.resultData.pinData = {
		...input.pinned,
		...input.read,
		[input.trigger]: input.output,
	} as IPinData;
	const execution = new WorkflowExecute(toAdditionalData(workflow, credential), 'manual', runData);
	const { data } = await execution.processRunExecutionData(workflow);
	const { runData: runs, error } = data.resultData;
	return { outputs: outputsOf(runs), error: error?.message };
}

const nodeTypes: INodeTypes = {
	getByName: typeFor,
	getByNameAndVersion: typeFor,
	getKnownTypes: () => ({}),
};

function typeFor(name: string): INodeType {
	return name === nodeType ? actionNode : standInFor(name);
}

/** As it is when it has been chosen in the node. */
function withCredential({ credentials = {}, ...node }: WorkflowNode): INode {
	const chosen = Object.entries(credentials).map(
		([type, { name }]) => [type, { id: '1', name }] as const,
	);
	return { ...node, credentials: Object.fromEntries(chosen) } as INode;
}

function outputsOf(runs: IRunData): ExampleRun['outputs'] {
	return Object.fromEntries(
		Object.entries(runs).map(([name, tasks]) => [
			name,
			(tasks.at(-1)?.data?.main ?? []).map((items) => items ?? []),
		]),
	);
}
