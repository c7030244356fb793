import { PDFDocument } from 'pdf-lib';
import {
	runWorkflow,
	outputOf,
	type ExecutionResult,
	type OutputItem,
} from '../../tools/n8n/n8nExecutions';
import { importWorkflow, type WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import type { StoredCredential } from '../../tools/n8n/n8nCredentials';
import { credentialType, host, nodeType } from './host';
import { connectedInOrder } from './connectedInOrder';

export const knownCustomer = 'cst_sandbox000000001';

export interface TestRun extends ExecutionResult {
	/** What the MijnKlantportaal node put out. */
	output: OutputItem[];
}

interface TestWorkflow {
	/** What the items that reach the node hold; `pdf` (base64) becomes the binary field `data`. */
	items: Array<Record<string, unknown>>;
	/** Parameters of the node; they may name fields of the item through `fieldOfItem`. */
	parameters: Record<string, unknown>;
	credential?: StoredCredential;
	onError?: string;
}

/** An expression for a field of the item that the trigger put out. */
export const fieldOfItem = (name: string): string => `={{ $('Start').item.json.${name} }}`;

/** The customer, chosen by its identifier. */
export const customer = (value: string) => ({ __rl: true, mode: 'id', value });

/** Parameters that create an invoice with the number and the file of the item. */
export const invoiceOfItem = {
	resource: 'invoice',
	operation: 'create',
	customerId: customer(knownCustomer),
	invoiceNumber: fieldOfItem('number'),
	issuedAt: '2026-03-31',
	amount: '12.95',
	binaryPropertyName: 'data',
};

/** A small PDF, different for every text, in base64. */
export async function pdfOf(text: string): Promise<string> {
	const pdf = await PDFDocument.create();
	pdf.setTitle(text);
	pdf.addPage([200, 100]).drawText(text, { x: 20, y: 50, size: 14 });
	return Buffer.from(await pdf.save()).toString('base64');
}

/** A workflow of a trigger, a step that makes the file, and our node. */
export function testWorkflow({ items, parameters, onError }: TestWorkflow): WorkflowContent {
	const steps = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'File',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: {
				operation: 'toBinary',
				sourceProperty: 'pdf',
				options: {
					fileName: "={{ $json.fileName ?? 'invoice.pdf' }}",
					mimeType: 'application/pdf',
				},
			},
		},
		{
			name: 'Portal',
			type: nodeType,
			typeVersion: 1,
			parameters,
			onError,
			credentials: { [credentialType]: { id: null, name: '' } },
		},
	].filter(({ name }) => name !== 'File' || items.some((item) => 'pdf' in item));
	return {
		name: `Test ${JSON.stringify(parameters).slice(0, 60)}`,
		nodes: steps.map((step, index) => ({ ...step, position: [index * 220, 0] })),
		connections: connectedInOrder(steps),
		settings: { executionOrder: 'v1' },
		pinData: { Start: items.map((json) => ({ json })) },
	};
}

/** Imports such a workflow into n8n and runs it to its end. */
export async function runNode(content: TestWorkflow): Promise<TestRun> {
	const { n8n, credential } = host();
	const workflow = await importWorkflow(
		n8n,
		testWorkflow(content),
		content.credential ?? credential,
	);
	const execution = await runWorkflow(n8n, workflow);
	return { ...execution, output: outputOf(execution, 'Portal') };
}
