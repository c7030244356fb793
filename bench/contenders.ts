import './typescriptFirst';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INode, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { MijnKlantportaal } from '../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { cachedVersionFolder } from '../tools/n8n/cacheFolder';
import { newestN8n } from '../tools/n8n/testedVersions';
import type { Candidate, Step } from './engineWorkflow';
import { authentication, type Job } from './jobs';

/** The portal's limit, as people who know it set their steps up by it. */
export interface Limit {
	requests: number;
	windowMilliseconds: number;
}

/** A way to do the jobs. */
export interface Contender {
	title: string;
	/** The steps of its workflow; the one called `Send` puts out what came of the items. */
	steps(job: Job, baseUrl: string, limit: Limit): Step[];
}

/** Nodes that n8n itself ships, from the n8n that `npm start` and the tests on a real n8n install. */
function shippedNode(folderAndClass: string, version: number): Candidate {
	const folder = cachedVersionFolder('n8n', newestN8n.n8n);
	const className = folderAndClass.split('/').at(-1) ?? '';
	const file = `n8n-nodes-base/dist/nodes/${folderAndClass}.node.js`;
	if (!existsSync(join(folder, 'node_modules', file))) {
		throw new Error('n8n is not installed yet. Run npm start once, then run this again.');
	}
	const types = createRequire(join(folder, 'package.json'))(file) as Record<
		string,
		new () => INodeType
	>;
	const Type = types[className];
	if (!Type) throw new Error(`n8n ships no ${className}.`);
	const name = `n8n-nodes-base.${className[0]?.toLowerCase()}${className.slice(1)}`;
	return { type: new Type(), name, version, parameters: {} };
}

/** Our node. */
export const ourNode = (): Candidate => ({
	type: new MijnKlantportaal(),
	name: 'n8n-nodes-mijnklantportaal.mijnKlantportaal',
	version: 1,
	parameters: {},
});

/** n8n's own HTTP Request node. */
export const httpRequest = (): Candidate => shippedNode('HttpRequest/HttpRequest', 4.2);

/** Puts the items of the job out, whatever comes in: a step of code that people write for it. */
export function itemsStep(step: string, items: INodeExecutionData[], next: string[]): Step {
	const type: INodeType = {
		description: {
			...{ displayName: step, name: step, group: ['input'], version: 1, description: step },
			...{ defaults: { name: step }, inputs: ['main'], outputs: ['main'], properties: [] },
		},
		execute: async () => await Promise.resolve([items]),
	};
	return { step, type, name: `bench.${step}`, version: 1, parameters: {}, next: [next] };
}

/** The HTTP Request node as it is set up for a job, and before it what it needs. */
function httpSteps(
	job: Job,
	baseUrl: string,
	{ options = {}, settings }: { options?: INodeParameters; settings?: Partial<INode> } = {},
	next?: string[][],
): Step[] {
	const pagination = job.isList ? { pagination: { pagination: nextPages(options) } } : {};
	const send: Step = {
		...httpRequest(),
		step: 'Send',
		parameters: {
			...job.http(baseUrl),
			options: { ...(job.isList ? {} : options), ...pagination },
		},
		settings,
		next,
	};
	if (!job.looksUpCustomers) return [send];
	const customers: Step = {
		...httpRequest(),
		step: 'Customers',
		parameters: {
			...{ method: 'GET', url: `${baseUrl}/customers`, ...authentication },
			options: { pagination: { pagination: nextPages({}) } },
		},
		settings: { ...settings, executeOnce: true },
		next: [['Orders']],
	};
	return [customers, itemsStep('Orders', job.items(), ['Send']), send];
}

/** Follows the address of the next page; with the pause between requests that batching stands for. */
function nextPages({ batching }: INodeParameters): INodeParameters {
	const { batch } = (batching ?? {}) as { batch?: { batchSize: number; batchInterval: number } };
	return {
		paginationMode: 'responseContainsNextURL',
		nextURL: '={{ $response.body.next_page_url }}',
		paginationCompleteWhen: 'other',
		completeExpression: '={{ !$response.body.next_page_url }}',
		limitPagesFetched: false,
		requestInterval: batch ? batch.batchInterval / batch.batchSize : 0,
	};
}

export const contenders = {
	ours: {
		title: 'MijnKlantportaal node',
		steps: ({ ours }) => [{ ...ourNode(), step: 'Send', parameters: ours }],
	},
	defaults: {
		title: 'HTTP Request, as it comes',
		steps: (job, baseUrl) => httpSteps(job, baseUrl),
	},
	retries: {
		title: 'HTTP Request, Retry On Fail',
		steps: (job, baseUrl) =>
			// The most that n8n offers.
			httpSteps(job, baseUrl, {
				settings: { retryOnFail: true, maxTries: 5, waitBetweenTries: 5000 },
			}),
	},
	batching: {
		title: 'HTTP Request, Batching',
		steps: (job, baseUrl, { requests, windowMilliseconds }) =>
			httpSteps(job, baseUrl, {
				options: {
					batching: { batch: { batchSize: requests, batchInterval: windowMilliseconds } },
				},
			}),
	},
	loop: {
		title: 'Loop Over Items + Wait',
		steps: (job, baseUrl, { requests, windowMilliseconds }) => {
			const loop: Step = {
				...shippedNode('SplitInBatches/SplitInBatches', 3),
				step: 'Loop',
				parameters: { batchSize: requests, options: {} },
				next: [[], ['Send']],
			};
			const waitStep: Step = {
				...shippedNode('Wait/Wait', 1.1),
				step: 'Wait',
				parameters: { amount: windowMilliseconds / 1000, unit: 'seconds' },
				next: [['Loop']],
			};
			const steps = httpSteps(job, baseUrl, {}, [['Wait']]);
			const orders = steps.find(({ step }) => step === 'Orders');
			if (orders) orders.next = [['Loop']];
			return job.looksUpCustomers ? [...steps, loop, waitStep] : [loop, ...steps, waitStep];
		},
	},
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;
