import 'reflect-metadata';
import { DirectoryLoader, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import { toAdditionalData } from '../test/node/additionalData';

/** A node of any package, and how it is set up. */
export interface Candidate {
	type: INodeType | IVersionedNodeType;
	/** Name with its package; the engine lets the HTTP Request node use every credential by it. */
	name: string;
	version: number;
	parameters: INodeParameters;
	/** Fields of the node itself, such as `retryOnFail`. */
	settings?: Partial<INode>;
}

/** A step of a workflow, with the names of the steps that come after each of its outputs. */
export interface Step extends Candidate {
	step: string;
	next?: string[][];
}

/** How a workflow ended. */
export interface Ending {
	/** What the step of that name put out in all its runs; nothing where it failed. */
	outputOf(step: string): INodeExecutionData[];
	error?: Error;
}

/** Runs a workflow once in n8n's engine, from its first step on, with our credential. */
export async function runSteps(
	steps: Step[],
	items: INodeExecutionData[],
	credential: { apiKey: string; baseUrl: string },
): Promise<Ending> {
	const typeOf = (name: string): Step | undefined => steps.find((step) => step.name === name);
	const nodeTypes: INodeTypes = {
		getByName: (name) => typeOf(name)?.type as INodeType,
		getByNameAndVersion: (name, version) =>
			NodeHelpers.getVersionedNodeType(typeOf(name)?.type as INodeType, version),
		getKnownTypes: () => ({}),
	};
	const nodes = steps.map(({ step, name, version, type, parameters, settings }): INode => {
		DirectoryLoader.applyDeclarativeNodeOptionParameters(
			NodeHelpers.getVersionedNodeType(type, version),
		);
		return {
			...{ id: step, name: step, type: name, typeVersion: version, position: [0, 0], parameters },
			credentials: { mijnKlantportaalApi: { id: '1', name: 'Portal' } },
			...settings,
		};
	});
	const connections: IConnections = Object.fromEntries(
		steps.map(({ step, next = [] }) => [
			step,
			{
				main: next.map((names) => names.map((node) => ({ node, type: 'main' as const, index: 0 }))),
			},
		]),
	);
	const workflow = new Workflow({
		id: 'workflow',
		...{ nodes, connections, nodeTypes },
		active: false,
		settings: { timezone: 'Europe/Amsterdam', executionOrder: 'v1' },
	});
	const first = Object.values(workflow.nodes)[0] as INode;
	const runData = createRunExecutionData({
		executionData: {
			...{ contextData: {}, metadata: {}, waitingExecution: {}, waitingExecutionSource: {} },
			nodeExecutionStack: [{ node: first, data: { main: [items] }, source: null }],
		},
	});
	const execution = new WorkflowExecute(toAdditionalData(workflow, credential), 'manual', runData);
	const { data } = await execution.processRunExecutionData(workflow);
	return {
		error: data.resultData.error,
		outputOf: (step) =>
			(data.resultData.runData[step] ?? []).flatMap((run) => run.data?.main?.[0] ?? []),
	};
}
