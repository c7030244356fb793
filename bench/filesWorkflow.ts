import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkflowContent } from '../tools/n8n/n8nWorkflows';
import type { Candidate } from './anyNode';

/** Makes PDFs of that size in a folder, and gives the pattern that n8n finds them by. */
export async function makePdfs(folder: string, count: number, bytes: number): Promise<string> {
	await mkdir(folder, { recursive: true });
	const pdf = Buffer.alloc(bytes, 'x');
	pdf.write('%PDF-1.4\n');
	const nameOf = (index: number): string => join(folder, `invoice-${index + 1}.pdf`);
	await writeFile(nameOf(0), pdf);
	// More names for the same bytes: n8n copies each of them anyway.
	for (let index = 1; index < count; index++) await link(nameOf(0), nameOf(index));
	return join(folder, '*.pdf');
}

const invoiceFields = {
	number: "={{ '2026-' + String($itemIndex + 1).padStart(4, '0') }}",
	date: '01-10-2026',
	amount: '1.234,56',
	isoDate: '2026-10-01',
	plainAmount: '1234.56',
};

/**
 * A workflow that reads all files from disk, which n8n then keeps on disk itself, adds to each what an
 * invoice needs (see invoices.ts), and sends them.
 */
export function filesWorkflow(
	pattern: string,
	{ name, version, parameters }: Candidate,
	credentialType: string,
): WorkflowContent {
	const assignments = Object.entries(invoiceFields).map(([field, value]) => ({
		id: field,
		name: field,
		value,
		type: 'string',
	}));
	const steps = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Read',
			type: 'n8n-nodes-base.readWriteFile',
			typeVersion: 1.1,
			parameters: { operation: 'read', fileSelector: pattern },
		},
		{
			name: 'Fields',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				assignments: { assignments },
				includeOtherFields: true,
				options: { stripBinary: false },
			},
		},
		{
			name: 'Send',
			type: name,
			typeVersion: version,
			parameters,
			credentials: { [credentialType]: { id: null, name: '' } },
		},
	];
	const connections = steps.slice(1).map((step, index) => {
		const next = { node: step.name, type: 'main', index: 0 };
		return [steps[index]?.name ?? '', { main: [[next]] }] as const;
	});
	return {
		name: `${pattern} to ${name}`,
		nodes: steps.map((step, index) => ({ ...step, position: [index * 220, 0] })),
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1' },
	};
}
