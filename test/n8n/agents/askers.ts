import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { StoredCredential } from '../../../tools/n8n/n8nCredentials';
import { outputOf, runWorkflow } from '../../../tools/n8n/n8nExecutions';
import {
	activateWorkflow,
	deactivateWorkflow,
	importWorkflow,
	type WorkflowContent,
} from '../../../tools/n8n/n8nWorkflows';
import { projectFolder } from '../../../tools/n8n/nodePackage';
import { host, nodeType } from '../host';
import type { ModelServer } from './modelServer';
import { ObedientModel, type Wish } from './obedientModel';

const trigger = 'MCP Server Trigger';
const isTool = ({ type }: { type: string }): boolean => type === `${nodeType}Tool`;

/** The example that is shipped. */
async function shippedExample(): Promise<WorkflowContent> {
	const file = join(projectFolder, 'examples', 'tools-for-ai-agents.json');
	return JSON.parse(await readFile(file, 'utf8')) as WorkflowContent;
}

/**
 * The example without what keeps it from making things twice of itself: n8n tries its tools again when they
 * fail, and an invoice that is there does not keep another one from being made.
 */
async function unguardedExample(): Promise<WorkflowContent> {
	const example = await shippedExample();
	const nodes = example.nodes.map((node) =>
		isTool(node)
			? {
					...node,
					parameters: { ...node.parameters, ifExists: undefined },
					retryOnFail: true,
					maxTries: 3,
					waitBetweenTries: 1000,
				}
			: node,
	);
	return { ...example, nodes };
}

/** Opens the tools of the example to a client of the Model Context Protocol for as long as the work takes. */
export async function withMcpClient<Result>(
	credential: StoredCredential,
	path: string,
	work: (client: Client) => Promise<Result>,
	content = shippedExample(),
): Promise<Result> {
	const { n8n } = host();
	const example = await content;
	const nodes = example.nodes.map((node) =>
		node.name === trigger ? { ...node, parameters: { ...node.parameters, path } } : node,
	);
	const workflow = await importWorkflow(n8n, { ...example, nodes }, credential);
	const { isActive, errorMessage } = await activateWorkflow(n8n, workflow);
	if (!isActive) throw new Error(`n8n did not activate the example: ${errorMessage}`);
	const client = new Client({ name: 'test', version: '1.0.0' });
	try {
		await client.connect(new StreamableHTTPClientTransport(new URL(`${n8n.url}/mcp/${path}`)));
		return await work(client);
	} finally {
		await client.close();
		await deactivateWorkflow(n8n, workflow);
	}
}

/** Lets the model carry out a wish through the official client; what it says in the end. */
export async function askThroughMcp(
	wish: Wish,
	credential: StoredCredential,
	path: string,
): Promise<string> {
	const converse = async (client: Client): Promise<string> => {
		const model = new ObedientModel(wish);
		let answer: string | undefined;
		for (;;) {
			const move = model.next(answer);
			if (move.tool === undefined) return move.text;
			const { content } = await client.callTool({ name: move.tool, arguments: move.given });
			answer = (content as Array<{ text?: string }>).map(({ text = '' }) => text).join('\n');
		}
	};
	return await withMcpClient(credential, path, converse, unguardedExample());
}

/** Lets the model carry out a wish through n8n's own agent of that version; what it says in the end. */
export async function askAgent(
	agentVersion: number,
	wish: Wish,
	credential: StoredCredential,
	{ server, modelCredential }: { server: ModelServer; modelCredential: StoredCredential },
): Promise<string> {
	const { n8n } = host();
	server.use(new ObedientModel(wish));
	const example = await unguardedExample();
	const tools = example.nodes.filter(isTool);
	const { id, name, type } = modelCredential;
	const step = (title: string, kind: string, typeVersion: number, parameters: object) => ({
		name: title,
		type: kind,
		typeVersion,
		position: [0, 0],
		parameters: { ...parameters },
	});
	const content: WorkflowContent = {
		name: `Agent ${agentVersion}`,
		nodes: [
			step('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			step('Agent', '@n8n/n8n-nodes-langchain.agent', agentVersion, {
				promptType: 'define',
				text: JSON.stringify(wish),
				options: {},
			}),
			{
				...step('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					model: { __rl: true, mode: 'id', value: 'obedient' },
					options: {},
				}),
				credentials: { [type]: { id, name } },
			},
			...tools,
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			...Object.fromEntries(
				tools.map((tool) => [
					tool.name,
					{ ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
				]),
			),
		},
		settings: { executionOrder: 'v1' },
	};
	const execution = await runWorkflow(n8n, await importWorkflow(n8n, content, credential));
	if (execution.error) throw new Error(JSON.stringify(execution.error));
	return String(outputOf(execution, 'Agent')[0]?.json.output);
}
