import '../silence';
import 'reflect-metadata';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { HookContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeTypes,
	type IWebhookData,
	type IWebhookResponseData,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import { MijnKlantportaalTrigger } from '../../../nodes/MijnKlantportaalTrigger/MijnKlantportaalTrigger.node';
import { credentialTypeOf } from '../../../nodes/shared/authentication/authentication';
import { toAdditionalData } from '../additionalData';
import { type Credential, isOAuth2 } from '../credentials';
import { toRunExecutionData } from '../runExecutionData';

const NODE_NAME = 'When Something Happens';
const type = new MijnKlantportaalTrigger();
const nodeTypes: INodeTypes = {
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
};

/** What a workflow with the trigger is made of. */
export interface TriggerSettings {
	parameters: INodeParameters;
	credential: Credential;
	/** Address of n8n, without the path of webhooks. */
	n8nUrl: string;
	workflowId?: string;
	/** Identifier of the node in the workflow. */
	nodeId?: string;
	/** The word in the address that tells the node's webhook from others. */
	webhookId?: string;
}

/** Where calls for the node of these settings go to. */
function webhookIdOf({ workflowId = 'workflow', webhookId }: TriggerSettings): string {
	return webhookId ?? `webhook-of-${workflowId}`;
}

/**
 * A workflow that begins with the trigger, in n8n's own engine: its hooks and its webhook are called as
 * n8n 2.41 does (`webhook.service`, `live-webhooks`), static data go through JSON as through its database.
 */
export class TriggerWorkflow {
	/** What n8n's database would hold. */
	staticData = '{}';

	/** What the hooks wrote to n8n's log. */
	readonly log: string[] = [];

	constructor(readonly settings: TriggerSettings) {}

	/** What n8n does when the workflow is activated, and when n8n starts. */
	async activate(isTest = false): Promise<void> {
		await this.withHooks(isTest, async (context) => {
			const methods = type.webhookMethods.default;
			if (!(await methods.checkExists.call(context))) await methods.create.call(context);
		});
	}

	async checkExists(): Promise<boolean> {
		return await this.withHooks(
			false,
			async (context) => await type.webhookMethods.default.checkExists.call(context),
		);
	}

	async deactivate(isTest = false): Promise<boolean> {
		return await this.withHooks(
			isTest,
			async (context) => await type.webhookMethods.default.delete.call(context),
		);
	}

	/** What the node makes of a call. */
	async receive(request: Request, response: Response): Promise<IWebhookResponseData> {
		const { workflow, node, additionalData } = this.open();
		additionalData.httpRequest = request;
		additionalData.httpResponse = response;
		const context = new WebhookContext(
			workflow,
			node,
			additionalData,
			'webhook',
			webhookData(),
			[],
			null,
		);
		return await type.webhook.call(context);
	}

	/** The execution that n8n starts with what the node made of a call. */
	async execute(items: INodeExecutionData[]) {
		const { workflow, node, additionalData } = this.open();
		const runData = toRunExecutionData([{ node, data: { main: [items] }, source: null }]);
		const execution = new WorkflowExecute(additionalData, 'webhook', runData);
		const { data } = await execution.processRunExecutionData(workflow);
		const task = data.resultData.runData[NODE_NAME]?.[0];
		return {
			items: task?.data?.main?.[0] ?? [],
			error: (task?.error ?? data.resultData.error) as
				(Error & { description?: string | null }) | undefined,
		};
	}

	private async withHooks<Result>(
		isTest: boolean,
		action: (context: HookContext) => Promise<Result>,
	): Promise<Result> {
		const { workflow, node, additionalData } = this.open();
		const mode = isTest ? 'manual' : 'trigger';
		const context = new HookContext(workflow, node, additionalData, mode, 'activate', {
			...webhookData(),
			isTest,
		});
		const note = (line: string) => void this.log.push(line);
		const logger = Object.create(context.logger, {
			warn: { value: note },
			error: { value: note },
		}) as HookContext['logger'];
		const result = await action(
			Object.create(context, { logger: { value: logger } }) as HookContext,
		);
		// n8n saves them after success only.
		this.staticData = JSON.stringify(workflow.staticData);
		return result;
	}

	private open() {
		const { parameters, credential, n8nUrl, workflowId = 'workflow', nodeId } = this.settings;
		const authentication = isOAuth2(credential) ? 'oAuth2' : 'apiKey';
		const definition: INode = {
			id: nodeId ?? `node of ${workflowId}`,
			webhookId: webhookIdOf(this.settings),
			name: NODE_NAME,
			type: 'n8n-nodes-mijnklantportaal.mijnKlantportaalTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: { authentication, ...parameters },
			credentials: {
				[credentialTypeOf(authentication)]: {
					id: isOAuth2(credential) ? credential.id : '1',
					name: 'Test portal',
				},
			},
		};
		const { properties } = type.description;
		definition.parameters =
			NodeHelpers.getNodeParameters(
				properties,
				definition.parameters,
				true,
				false,
				definition,
				type.description,
			) ?? {};
		const workflow = new Workflow({
			id: workflowId,
			nodes: [definition],
			connections: {},
			nodeTypes,
			active: true,
			staticData: JSON.parse(this.staticData) as IDataObject,
			settings: { timezone: 'Europe/Amsterdam' },
		});
		const node = workflow.getNode(NODE_NAME) as INode;
		const additionalData = toAdditionalData(workflow, credential, { mode: 'webhook', n8nUrl });
		return { workflow, node, additionalData };
	}
}

function webhookData(): IWebhookData {
	const [webhookDescription] = type.description.webhooks ?? [];
	return {
		httpMethod: 'POST',
		node: NODE_NAME,
		path: 'webhook',
		webhookDescription,
		workflowId: 'workflow',
	} as IWebhookData;
}

/** An address at which workflows are called as at n8n, over real HTTP. */
export interface Receiver {
	url: string;
	/** Takes calls for this workflow. */
	serve(workflow: TriggerWorkflow): void;
	/** Items of the executions that were started, by workflow. */
	started: Map<string, INodeExecutionData[][]>;
	/** Makes n8n itself fail after the node took the call, as when its database is away. */
	failToStart: boolean;
	close(): Promise<void>;
}

/** Starts the address. Bodies are left unread until the node asks, as n8n does with `options.binaryData`. */
export async function startReceiver(): Promise<Receiver> {
	const workflows = new Map<string, TriggerWorkflow>();
	const started = new Map<string, INodeExecutionData[][]>();
	const application = express();
	const server: Server = createServer(application);
	// A connection that is closed at the moment that the next call goes out would be a lost call.
	server.keepAliveTimeout = 0;
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		serve: (workflow) => workflows.set(webhookIdOf(workflow.settings), workflow),
		started,
		failToStart: false,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
	application.post('/webhook/:id/webhook', async (request, response) => {
		const workflow = workflows.get(request.params.id);
		if (workflow === undefined) return void response.status(404).end();
		const readRawBody = async () => {
			await new Promise<void>((resolve, reject) => {
				express.raw({ type: () => true, limit: '16mb' })(request, response, (error?: unknown) =>
					error === undefined ? resolve() : reject(error as Error),
				);
			});
			const { body } = request as { body: unknown };
			Object.assign(request, { rawBody: Buffer.isBuffer(body) ? body : Buffer.alloc(0) });
		};
		Object.assign(request, { readRawBody });
		const { noWebhookResponse, workflowData } = await workflow.receive(request, response);
		if (receiver.failToStart) return void response.status(500).end();
		if (workflowData?.[0]) {
			const id = workflow.settings.workflowId ?? 'workflow';
			started.set(id, [...(started.get(id) ?? []), workflowData[0]]);
		}
		if (noWebhookResponse !== true) response.json({ message: 'Workflow was started' });
	});
	return receiver;
}
