import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowContent, WorkflowNode } from '../../../tools/n8n/n8nWorkflows';
import { exampleInputs, readExampleInput } from '../../exampleInput';
import { toTool } from '../engine';
import { API_KEY, CUSTOMER_ID, usePortal } from '../portalFixture';
import { runExample } from './runExample';

const folder = join(__dirname, '../../../examples');
const nodeType = 'n8n-nodes-mijnklantportaal.mijnKlantportaal';

const fixture = usePortal();
const credential = () => ({ apiKey: API_KEY, baseUrl: fixture.portal.apiUrl });

function workflowOf(example: string): WorkflowContent {
	return JSON.parse(readFileSync(join(folder, example), 'utf8')) as WorkflowContent;
}

const usesExisting = ({ parameters }: WorkflowNode): boolean =>
	parameters.ifExists === 'useExisting';

/** The nodes of a workflow that make nothing twice, by their names. */
const onceOnly = ({ nodes }: WorkflowContent): string[] =>
	nodes.filter((node) => node.type === nodeType && usesExisting(node)).map(({ name }) => name);

/** Inputs of examples that may run again, and with which something is made. */
const repeatable = exampleInputs.filter((name) => {
	const { example, error, results } = readExampleInput(name);
	const names = onceOnly(workflowOf(example));
	return error === undefined && names.some((node) => (results[node] ?? 0) > 0);
});

/** How much of whatever an example may make is in the portal. */
function counts(): number[] {
	const { invoices, offers, customers, customerGroups, paymentLinks } = fixture.portal.state;
	return [invoices, offers, customers, customerGroups, paymentLinks].map(({ length }) => length);
}

test('every example with Output the Existing One is run twice', () => {
	const examples = readdirSync(folder).filter((file) => file.endsWith('.json'));
	const wanted = examples.filter((file) => onceOnly(workflowOf(file)).length > 0);
	const tried = new Set(repeatable.map((name) => readExampleInput(name).example));
	expect([...tried].sort()).toEqual(wanted.sort());
	expect(wanted).not.toEqual([]);
});

test.each(repeatable)('%s makes nothing twice', async (name) => {
	const input = readExampleInput(name);
	const workflow = workflowOf(input.example);
	const before = counts();
	const first = await runExample(workflow, input, credential());
	expect(first.error).toBeUndefined();
	const made = counts();
	expect(made).not.toEqual(before);

	const second = await runExample(workflow, input, credential());
	expect(second.error).toBeUndefined();
	expect(counts()).toEqual(made);
	for (const node of onceOnly(workflow)) {
		const [items = [], ...others] = second.outputs[node] ?? [];
		expect(others.flat()).toEqual([]);
		expect(items.map(({ json }) => json.alreadyExisted)).toEqual(items.map(() => true));
		expect(items.map(({ json }) => json.id)).toEqual(
			first.outputs[node]?.[0]?.map(({ json }) => json.id) ?? [],
		);
	}
});

test('the tool that makes invoices, called twice, makes one', async () => {
	const tools = workflowOf('tools-for-ai-agents.json').nodes.filter(usesExisting);
	expect(tools).toHaveLength(1);
	const parameters = tools[0]?.parameters as INodeParameters;
	const call = toTool(parameters, credential(), [{ json: {} }]);
	const given = {
		customer_id: CUSTOMER_ID,
		invoice_number: '2026-001',
		invoice_date: '2026-11-21',
		lines: [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }],
	};
	const answers = [await call(given), await call(given)].map((answer) => JSON.stringify(answer));
	expect(answers).toEqual([
		expect.stringMatching(/alreadyExisted\W+false/),
		expect.stringMatching(/alreadyExisted\W+true/),
	]);
	expect(fixture.portal.state.invoices).toHaveLength(1);
});
