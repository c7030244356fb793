import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf, startWorkflow, waitForExecution } from '../../tools/n8n/n8nExecutions';
import { importWorkflow, type WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import { projectFolder } from '../../tools/n8n/nodePackage';
import { host } from './host';

type Items = NonNullable<WorkflowContent['pinData']>[string];

/** What an example meets in life: see exampleInput. */
interface ExampleInput {
	trigger: string;
	/** What the trigger puts out. */
	output: Items;
	/** Files that the workflow reads, by name. */
	files?: Record<string, string>;
	/** The items that reach our nodes. */
	reaching: Record<string, Items>;
}

const examples = [
	'invoice-from-email',
	'monthly-invoices-from-spreadsheet',
	'offer-accepted-to-invoice',
	'payment-link-per-order',
	'reply-to-new-tickets',
];

/** The workflows that are shipped, brought into n8n and run. */
export function describeExamples(): void {
	describe('the example', () => {
		test.each(examples)('%s runs to its end and reaches the portal', async (name) => {
			const { n8n, portal, credential } = host();
			const example = await read<WorkflowContent>('examples', `${name}.json`);
			const input = withTicketsOfThePortal(
				await read<ExampleInput>('test', 'n8n', 'exampleInput', `${name}.json`),
			);
			const before = portal.requests.length;

			const workflow = await importWorkflow(n8n, startedByHand(example, input), credential);
			const id = await startWorkflow(n8n, workflow, input.trigger);
			const execution = await waitForExecution(n8n, id);

			expect(execution.error).toBeUndefined();
			for (const [node, items] of Object.entries(input.reaching)) {
				const output = outputOf(execution, node);
				expect(output.map(({ json }) => json.error)).toEqual(items.map(() => undefined));
				expect(output).toHaveLength(items.length);
			}
			const sent = portal.requests.slice(before);
			expect(sent).toHaveLength(Object.values(input.reaching).flat().length);
			expect(sent.filter(({ status = 0 }) => status < 200 || status > 299)).toEqual([]);
		});
	});
}

/**
 * The example with the output of its trigger in place of the trigger, which would wait for an e-mail or a
 * call, and with the files in place of the step that reads them.
 */
function startedByHand(example: WorkflowContent, input: ExampleInput): WorkflowContent {
	const nodes = example.nodes.map((node) => {
		if (node.name !== input.trigger) return node;
		const { id, name, position } = node;
		const type = 'n8n-nodes-base.manualTrigger';
		return { id, name, position, type, typeVersion: 1, parameters: {} };
	});
	const pinData = { [input.trigger]: input.output, ...filesRead(example, input) };
	return { ...example, nodes, pinData };
}

async function read<Content>(...path: string[]): Promise<Content> {
	return JSON.parse(await readFile(join(projectFolder, ...path), 'utf8')) as Content;
}

/** The tickets of the input stand for one of the portal's from the portal, and one from its chat. */
function withTicketsOfThePortal(input: ExampleInput): ExampleInput {
	const { tickets } = host().portal.state;
	const idOf = (isChat: boolean) =>
		tickets.find(({ source }) => (source === 'chat') === isChat)?.id ?? '';
	return JSON.parse(
		JSON.stringify(input)
			.replaceAll('tic_example00000001', idOf(false))
			.replaceAll('tic_example00000003', idOf(true)),
	) as ExampleInput;
}

/** Where files lie differs from machine to machine, so they are given as they would be read. */
function filesRead({ nodes }: WorkflowContent, { files }: ExampleInput): Record<string, Items> {
	const reader = nodes.find(({ type }) => type === 'n8n-nodes-base.readWriteFile');
	const [file] = Object.entries(files ?? {});
	if (!reader || !file) return {};
	const [fileName, text] = file;
	const data = Buffer.from(text).toString('base64');
	return {
		[reader.name]: [{ json: {}, binary: { data: { data, mimeType: 'text/csv', fileName } } }],
	};
}
