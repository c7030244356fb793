import 'reflect-metadata';
import { DirectoryLoader, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import { toAdditionalData } from '../node/additionalData';

/** A node of any package, and how it is set up. */
export interface Candidate {
	type: INodeType | IVersionedNodeType;
	/** Name with its package; the engine lets the HTTP Request node use every credential by it. */
	name: string;
	version: number;
	parameters: INodeParameters;
}

/** Runs any node once in n8n's engine, with our credential, and gives its output. */
export async function runAnyNode(
	{ type, name, version, parameters }: Candidate,
	items: INodeExecutionData[],
	credential: { apiKey: string; baseUrl: string },
): Promise<INodeExecutionData[]> {
	const nodeType = NodeHelpers.getVersionedNodeType(type, version);
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	DirectoryLoader.applyDeclarativeNodeOptionParameters(nodeType);
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: name,
		typeVersion: version,
		position: [0, 0],
		parameters,
		credentials: { mijnKlantportaalApi: { id: '1', name: 'Portal' } },
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node],
		connections: {},
		nodeTypes,
		active: false,
		settings: { timezone: 'Europe/Amsterdam' },
	});
	const runData = createRunExecutionData({
		executionData: {
			contextData: {},
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
			nodeExecutionStack: [
				{ node: workflow.getNode('Node') ?? node, data: { main: [items] }, source: null },
			],
		},
	});
	const execution = new WorkflowExecute(toAdditionalData(workflow, credential), 'manual', runData);
	const { data } = await execution.processRunExecutionData(workflow);
	const { error, runData: results } = data.resultData;
	if (error) throw error;
	return results.Node?.[0]?.data?.main?.[0] ?? [];
}
