import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf, startWorkflow, waitForExecution } from '../../tools/n8n/n8nExecutions';
import { importWorkflow, type WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import { projectFolder } from '../../tools/n8n/nodePackage';
import {
	exampleFile,
	type ExampleInput,
	exampleInputs,
	type Items,
	readExampleInput,
} from '../exampleInput';
import { changesSent, changesWanted } from '../exampleRequests';
import { host, nodeType } from './host';

/** The workflows that are shipped, brought into n8n and run. */
export function describeExamples(): void {
	describe('the example', () => {
		test.each(exampleInputs)('%s puts into the portal what it should', async (name) => {
			const { n8n, portal, credential } = host();
			const input = withTicketsOfThePortal(readExampleInput(name));
			const example = await read<WorkflowContent>('examples', input.example);
			const before = portal.requests.length;

			const workflow = await importWorkflow(n8n, startedByHand(example, input), credential);
			const id = await startWorkflow(n8n, workflow, input.trigger);
			const execution = await waitForExecution(n8n, id);

			expect(execution.error?.message).toBe(input.error);
			for (const [node, items] of Object.entries(input.read)) {
				const rows = outputOf(execution, node).map(({ json }) => json);
				expect(rows).toEqual(items.map(({ json }) => json));
			}
			const sent = portal.requests.slice(before);
			expect(changesSent(sent, portal)).toEqual(changesWanted(input.sent));
			expect(sent.filter(({ status = 0 }) => status < 200 || status > 299)).toEqual([]);
			for (const { name: node } of example.nodes.filter(({ type }) => type === nodeType)) {
				const output = outputOf(execution, node);
				expect(output.filter(({ json }) => 'error' in json)).toEqual([]);
				expect(output).toHaveLength(input.results[node] ?? 0);
				const amounts = output.map(({ json }) => json.amount);
				expect(amounts).toEqual(input.amounts[node] ?? amounts);
			}
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
	const pinData = {
		[input.trigger]: input.output,
		...input.pinned,
		...filesRead(example, input),
	};
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

const mimeTypes: Record<string, string> = {
	csv: 'text/csv',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Where files lie differs from machine to machine, so they are given as they would be read. */
function filesRead({ nodes }: WorkflowContent, { file }: ExampleInput): Record<string, Items> {
	const reader = nodes.find(({ type }) => type === 'n8n-nodes-base.readWriteFile');
	if (!reader || file === undefined) return {};
	const fileExtension = file.split('.').at(-1) ?? '';
	const mimeType = mimeTypes[fileExtension];
	const data = exampleFile(file).toString('base64');
	return {
		[reader.name]: [
			{ json: {}, binary: { data: { data, mimeType, fileExtension, fileName: file } } },
		],
	};
}
