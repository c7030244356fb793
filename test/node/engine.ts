import 'reflect-metadata';
import {
	DirectoryLoader,
	type ExecuteContext,
	LoadOptionsContext,
	RoutingNode,
	SupplyDataContext,
	WorkflowExecute,
} from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import {
	type IConnections,
	type IDataObject,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type ITaskData,
	NodeConnectionTypes,
	type NodeError,
	NodeHelpers,
	Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { MijnKlantportaal } from '../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { credentialTypeOf } from '../../nodes/shared/authentication/authentication';
import { toAdditionalData } from './additionalData';
import { type Credential, isOAuth2 } from './credentials';
import './regularExpressions';
import { toRunExecutionData } from './runExecutionData';

/** Gives its input on: stands before the node, so that items have a source to be paired with. */
export const startNode: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Begins a workflow',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

export const actionNode: INodeType = new MijnKlantportaal();
DirectoryLoader.applyDeclarativeNodeOptionParameters(actionNode);
// As n8n does when it loads a declarative node (n8n 2.41, NodeTypes.getByNameAndVersion).
actionNode.execute = async function () {
	return (await new RoutingNode(this as unknown as ExecuteContext, actionNode).runNode()) ?? [];
};

const types: Record<string, INodeType> = {
	start: startNode,
	'n8n-nodes-mijnklantportaal.mijnKlantportaal': actionNode,
};

const nodeTypes: INodeTypes = {
	getByName: (name) => types[name] as INodeType,
	getByNameAndVersion: (name) => types[name] as INodeType,
	getKnownTypes: () => ({}),
};

/** What one run of the node is given. */
export interface RunInput {
	parameters: INodeParameters;
	/** Input items; one empty item by default. */
	items?: INodeExecutionData[];
	/** Fields of the node itself: `onError`, `retryOnFail`, `executeOnce`. */
	settings?: Partial<INode>;
	/** An API key, or what n8n has stored of an OAuth2 credential. */
	credential: Credential;
	timezone?: string;
	/** How the execution was started; `retry` by n8n's Retry button. */
	mode?: WorkflowExecuteMode;
	/** Called with what stops the execution, as n8n's stop button does. */
	onStart?: (cancel: () => void) => void;
}

/** What came out of it. */
export interface RunOutput {
	/** Items of the node's output. */
	items: INodeExecutionData[];
	/** Items of the error output, where there is one. */
	errorItems: INodeExecutionData[];
	error?: NodeError;
	/** All that n8n would store of the run, as text. */
	record: string;
}

/** Runs the node once in n8n's own engine, over real HTTP. */
export async function runNode(input: RunInput): Promise<RunOutput> {
	const {
		parameters,
		items = [{ json: {} }],
		settings,
		credential,
		timezone,
		mode = 'manual',
	} = input;
	const nodes = [
		toNode('Start', 'start', {}),
		{ ...toActionNode(parameters, credential), ...settings },
	];
	const connections = {
		Start: { main: [[{ node: 'MijnKlantportaal', type: NodeConnectionTypes.Main, index: 0 }]] },
	};
	const workflow = toWorkflow(nodes, connections, timezone);
	const start = workflow.getNode('Start') as INode;
	const stack: IExecuteData[] = [{ node: start, data: { main: [items] }, source: null }];
	const runData = toRunExecutionData(stack);
	const execution = new WorkflowExecute(toAdditionalData(workflow, credential), mode, runData);
	const running = execution.processRunExecutionData(workflow);
	input.onStart?.(() => running.cancel());
	const { data } = await running;
	const tasks: ITaskData[] = data.resultData.runData.MijnKlantportaal ?? [];
	const outputs = tasks[0]?.data?.main ?? [];
	return {
		items: outputs[0] ?? [],
		errorItems: outputs[1] ?? [],
		error: (tasks[0]?.error ?? data.resultData.error) as NodeError | undefined,
		record: JSON.stringify(data, withErrors),
	};
}

/** What n8n gives the pickers of a node that is open on the canvas. */
export function toLoadOptionsContext(
	credential: Credential,
	parameters: INodeParameters = {},
): LoadOptionsContext {
	const open = toActionNode(parameters, credential);
	const workflow = toWorkflow([open], {});
	return new LoadOptionsContext(
		workflow,
		workflow.getNode(open.name) as INode,
		toAdditionalData(workflow, credential),
		'',
	);
}

function toNode(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/**
 * The node as a tool that an AI agent calls: n8n hands each call the execute data of the agent.
 * @param agentItems The items that the agent works on.
 */
export function toTool(
	parameters: INodeParameters,
	credential: Credential,
	agentItems: INodeExecutionData[],
	settings: Partial<INode> = {},
): (given: IDataObject) => Promise<string> {
	const workflow = toWorkflow([{ ...toActionNode(parameters, credential), ...settings }], {});
	const tool = workflow.getNode('MijnKlantportaal') as INode;
	const runData = toRunExecutionData();
	const agent = { ...toNode('AI Agent', 'start', {}) };
	const executeData: IExecuteData = { node: agent, data: { main: [agentItems] }, source: null };
	const contextOf = (callIndex: number) =>
		new SupplyDataContext(
			workflow,
			tool,
			toAdditionalData(workflow, credential),
			'manual',
			runData,
			callIndex,
			agentItems,
			{},
			NodeConnectionTypes.AiTool,
			executeData,
			[],
		);
	return makeHandleToolInvocation(contextOf, tool, actionNode, runData);
}

function toActionNode(parameters: INodeParameters, credential: Credential): INode {
	const authentication = isOAuth2(credential) ? 'oAuth2' : 'apiKey';
	return {
		...toNode('MijnKlantportaal', 'n8n-nodes-mijnklantportaal.mijnKlantportaal', {
			authentication,
			...parameters,
		}),
		credentials: {
			[credentialTypeOf(authentication)]: {
				id: isOAuth2(credential) ? credential.id : '1',
				name: 'Test portal',
			},
		},
	};
}

function toWorkflow(
	nodes: INode[],
	connections: IConnections,
	timezone = 'Europe/Amsterdam',
): Workflow {
	return new Workflow({
		id: 'workflow',
		nodes: nodes.map(withDefaults),
		connections,
		nodeTypes,
		active: false,
		settings: { timezone },
	});
}

/** n8n fills in the defaults of parameters when a workflow is loaded. */
function withDefaults(definition: INode): INode {
	const { description } = types[definition.type] as INodeType;
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		definition.parameters,
		true,
		false,
		definition,
		description,
	);
	return { ...definition, parameters: parameters ?? {} };
}

/** Errors keep what JSON leaves out. */
function withErrors(_key: string, value: unknown): unknown {
	if (!(value instanceof Error)) return value;
	const facts: Record<string, unknown> = {};
	for (const name of Object.getOwnPropertyNames(value)) {
		facts[name] = (value as unknown as Record<string, unknown>)[name];
	}
	return facts;
}
