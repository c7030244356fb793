import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import type { Portal } from '../../sandbox/portal';
import { outputOf, waitForExecution } from '../../tools/n8n/n8nExecutions';
import {
	activateWorkflow,
	importWorkflow,
	type StoredWorkflow,
	type WorkflowContent,
} from '../../tools/n8n/n8nWorkflows';
import { queue, type Queue } from './queue';
import { connectedInOrder } from '../n8n/connectedInOrder';

const customerId = { __rl: true, mode: 'id', value: 'cst_sandbox000000001' };
const patienceMilliseconds = 180_000;

/** How many executions of how many invoices. */
export interface Size {
	executions: number;
	invoices: number;
}

/** An execution as n8n lists it. */
interface Listed {
	id: string;
	status: string;
	retryOf?: string | null;
}

/** What became of the invoices of a batch. */
interface Result {
	standing: number;
	lost: string[];
	twice: string[];
	unreported: string[];
}

/** Invoices from lines, or with a PDF that the step before made and that n8n keeps in its database. */
export type Kind = 'lines' | 'pdf';

const parametersOf: Record<Kind, Record<string, unknown>> = {
	lines: {
		operation: 'createManual',
		lines: { line: [{ description: 'Brood', amountExclVat: '10.00', vatRate: 9 }] },
	},
	pdf: { operation: 'create', amount: '10.90', binaryPropertyName: 'data' },
};

/** A workflow that a call starts, and that sends an invoice for each number that it is given. */
function batchWorkflow(kind: Kind, credentialType: string, ifExists: string): WorkflowContent {
	const file = {
		name: 'File',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: {
			operation: 'toBinary',
			sourceProperty: 'pdf',
			options: { fileName: 'invoice.pdf', mimeType: 'application/pdf' },
		},
	};
	const steps = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: randomUUID(),
			parameters: { httpMethod: 'POST', path: randomUUID(), options: {} },
		},
		{
			name: 'Invoices',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.invoices', options: {} },
		},
		...(kind === 'pdf' ? [file] : []),
		{
			name: 'Send',
			type: 'n8n-nodes-mijnklantportaal.mijnKlantportaal',
			typeVersion: 1,
			parameters: {
				resource: 'invoice',
				authentication: credentialType === 'mijnKlantportaalApi' ? 'apiKey' : 'oAuth2',
				customerId,
				invoiceNumber: "={{ $('Invoices').item.json.number }}",
				issuedAt: '2026-11-21',
				ifExists,
				...parametersOf[kind],
			},
			credentials: { [credentialType]: { id: null, name: '' } },
		},
	];
	return {
		name: `Batch ${randomUUID()}`,
		nodes: steps.map((step, index) => ({
			id: randomUUID(),
			...step,
			position: [index * 220, 0],
		})),
		connections: connectedInOrder(steps),
		settings: { executionOrder: 'v1' },
	};
}

/** Executions of one workflow, and what they are to bring about. */
export class Batch {
	private calls = 0;

	private constructor(
		private readonly name: string,
		private readonly kind: Kind,
		private readonly size: Size,
		private readonly workflow: StoredWorkflow,
		private readonly portal: Portal,
	) {}

	/** Makes the workflow, ready to be called. */
	static async prepare(
		name: string,
		kind: Kind,
		size: Size,
		{
			credential = queue().credential,
			portal = queue().portal,
			ifExists = 'createAnother',
		}: Partial<Pick<Queue, 'credential' | 'portal'> & { ifExists: string }> = {},
	): Promise<Batch> {
		const { main } = queue();
		const content = batchWorkflow(kind, credential.type, ifExists);
		const workflow = await importWorkflow(main, content, credential);
		const { isActive, errorMessage } = await activateWorkflow(main, workflow);
		if (!isActive) throw new Error(`The workflow could not be activated: ${errorMessage}`);
		return new Batch(name, kind, size, workflow, portal);
	}

	/** Calls the workflow as often as there are executions; a second time does all of it again. */
	async start(): Promise<void> {
		this.calls += this.size.executions;
		const path = (this.workflow.nodes[0]?.parameters as { path: string }).path;
		for (let run = 0; run < this.size.executions; run++) {
			const invoices = this.numbersOf(run).map((number) => ({
				number,
				...(this.kind === 'pdf' ? { pdf: toPdf(number) } : {}),
			}));
			await axios.post(`${queue().main.url}/webhook/${path}`, { invoices }, { proxy: false });
		}
	}

	/** The numbers of all invoices that are to be. */
	get numbers(): string[] {
		return Array.from({ length: this.size.executions }, (_, run) => this.numbersOf(run)).flat();
	}

	/** How often each number of this batch stands in the portal. */
	private get standing(): Map<string, number> {
		const standing = new Map<string, number>();
		for (const { invoiceNumber } of this.portal.state.invoices) {
			if (!invoiceNumber.startsWith(`${this.name}-`)) continue;
			standing.set(invoiceNumber, (standing.get(invoiceNumber) ?? 0) + 1);
		}
		return standing;
	}

	/** What became of the invoices: all stand and are reported, none is lost or twice. */
	async result(): Promise<Result> {
		const reported = await this.reported();
		const { numbers, standing } = this;
		return {
			standing: numbers.filter((number) => standing.has(number)).length,
			lost: numbers.filter((number) => !standing.has(number)),
			twice: numbers.filter((number) => (standing.get(number) ?? 0) > 1),
			unreported: numbers.filter((number) => !reported.has(number)),
		};
	}

	/** What `result` has to be. */
	get wanted(): Result {
		return { standing: this.numbers.length, lost: [], twice: [], unreported: [] };
	}

	/** Resolves when so many invoices stand in the portal. */
	async untilStanding(count: number): Promise<void> {
		await until(`${count} invoices`, () => this.standing.size >= count);
	}

	/** The executions of the workflow, retries among them, once all have ended. */
	async ended(): Promise<Listed[]> {
		let listed: Listed[] = [];
		await until('the end of all executions', async () => {
			listed = await this.listed();
			return (
				listed.length >= this.calls &&
				listed.every(({ status }) => !['new', 'running', 'waiting', 'unknown'].includes(status))
			);
		});
		return listed;
	}

	/** Resolves when all executions have ended, with the status of those that did not succeed. */
	async untilSomeFailed(): Promise<string[]> {
		const failed = (await this.ended()).filter(({ status }) => status !== 'success');
		if (failed.length === 0) throw new Error('No execution was interrupted.');
		process.stderr.write(`  ${failed.length} executions interrupted\n`);
		return failed.map(({ status }) => status);
	}

	/**
	 * Does what a person does in n8n's list of executions: retries what did not succeed.
	 * @returns The status of each retry, with the reason of one that failed.
	 */
	async retryFailed(): Promise<string[]> {
		const failed = (await this.ended()).filter(({ status }) => status !== 'success');
		return await Promise.all(
			failed.map(async ({ id }) => {
				const { data } = await queue().main.rest.post<{ data: Listed }>(
					`/executions/${id}/retry`,
					{ loadWorkflow: false },
					{ timeout: patienceMilliseconds },
				);
				return await this.outcomeOf(data.data);
			}),
		);
	}

	private async outcomeOf({ id, status }: Listed): Promise<string> {
		if (status === 'success') return status;
		const { error } = await waitForExecution(queue().main, id);
		return [status, error?.message, error?.description].filter(Boolean).join(': ');
	}

	/** The numbers of all invoices that successful executions put out. */
	private async reported(): Promise<Set<string>> {
		const reported = new Set<string>();
		for (const { id, status } of await this.ended()) {
			if (status !== 'success') continue;
			const execution = await waitForExecution(queue().main, id);
			for (const { json } of outputOf(execution, 'Send')) reported.add(String(json.invoiceNumber));
		}
		return reported;
	}

	private numbersOf(run: number): string[] {
		return Array.from(
			{ length: this.size.invoices },
			(_, index) =>
				`${this.name}-${String(run).padStart(2, '0')}-${String(index).padStart(3, '0')}`,
		);
	}

	private async listed(): Promise<Listed[]> {
		const filter = JSON.stringify({ workflowId: this.workflow.id });
		// n8n gives no answer while it starts.
		const answer = await queue()
			.main.rest.get<{ data: { results: Listed[] } }>('/executions', {
				params: { filter, limit: 100 },
			})
			.catch(() => undefined);
		return answer?.data.data.results ?? [];
	}
}

/** Waits until something holds. */
export async function until(
	description: string,
	holds: () => Promise<boolean> | boolean,
): Promise<void> {
	const began = Date.now();
	while (!(await holds())) {
		if (Date.now() - began > patienceMilliseconds) throw new Error(`Never came: ${description}`);
		await pause(200);
	}
}

function toPdf(text: string): string {
	return Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`).toString('base64');
}
