import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { startPortal, type Portal } from '../../../sandbox/portal';
import { MijnKlantportaalTrigger } from '../../../nodes/MijnKlantportaalTrigger/MijnKlantportaalTrigger.node';
import type { WorkflowContent, WorkflowNode } from '../../../tools/n8n/n8nWorkflows';
import { exampleInputs, readExampleInput } from '../../exampleInput';
import { changesSent, changesWanted } from '../../exampleRequests';
import { runExample } from '../examples/runExample';
import { choicesOf, description, nestedProperties, offeredOperations } from './offeredFields';

const folder = join(__dirname, '../../../examples');
const nodeType = 'n8n-nodes-mijnklantportaal.mijnKlantportaal';

const examples = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => ({ file, workflow: readJson<WorkflowContent>(join(folder, file)) }));

const nodesOfOurs = examples.flatMap(({ file, workflow }) =>
	workflow.nodes
		.filter(({ type }) => [nodeType, `${nodeType}Tool`].includes(type))
		.map((node) => ({ name: `${node.name} of ${file}`, file, node })),
);

function readJson<Content>(file: string): Content {
	return JSON.parse(readFileSync(file, 'utf8')) as Content;
}

function operationOf({ parameters }: WorkflowNode) {
	return offeredOperations().find(
		({ resource, operation }) =>
			resource.value === parameters.resource && operation.value === parameters.operation,
	);
}

describe.each(examples)('$file', ({ workflow }) => {
	test('connects nodes that are there', () => {
		const names = workflow.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		const ends = Object.entries(workflow.connections).flatMap(([from, to]) => [
			from,
			...[...JSON.stringify(to).matchAll(/"node":"([^"]+)"/g)].map(([, name = '']) => name),
		]);
		expect(ends.filter((name) => !names.includes(name))).toEqual([]);
	});

	test('tells on a note what to set', () => {
		const note = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(note?.parameters.content).toEqual(expect.stringContaining('credential'));
	});

	test('holds no credential and no pinned data', () => {
		expect(workflow.pinData).toBeUndefined();
		const ids = workflow.nodes.flatMap(({ credentials = {} }) => Object.values(credentials));
		expect(ids.filter(({ id }) => id !== null)).toEqual([]);
		expect(JSON.stringify(workflow)).not.toMatch(/sandbox-key|Bearer/);
	});
});

test('there are examples of everything people start with', () => {
	expect(examples.map(({ file }) => file)).toEqual(
		expect.arrayContaining([
			'invoice-from-email.json',
			'invoice-per-shopify-order.json',
			'invoice-per-woocommerce-order.json',
			'invoices-from-excel.json',
			'invoices-from-google-sheets.json',
			'invoices-from-postgresql.json',
			'monthly-invoices-from-spreadsheet.json',
			'offer-accepted-to-invoice.json',
			'payment-link-per-order.json',
			'reply-to-new-tickets.json',
			'tools-for-ai-agents.json',
		]),
	);
});

/** What another node is asked for shows in no output that is given in its place. */
test.each([
	['invoices-from-google-sheets.json', 'Read Sheet', '"date":"SERIAL_NUMBER"'],
	['invoices-from-postgresql.json', 'Read Lines', 'invoice.issued_on::text AS issued_on'],
	['invoices-from-postgresql.json', 'Read Lines', 'line.quantity::float8 AS quantity'],
])('%s lets %s hand over what has one reading: %s', (file, name, wanted) => {
	const { nodes = [] } = examples.find((example) => example.file === file)?.workflow ?? {};
	const { parameters } = nodes.find((node) => node.name === name) ?? {};
	expect(JSON.stringify(parameters)).toContain(wanted);
});

test.each(nodesOfOurs)('$name has parameters that exist', ({ node }) => {
	const offered = operationOf(node);
	expect([node.parameters.resource, node.parameters.operation, offered?.name]).toEqual([
		expect.any(String),
		expect.any(String),
		expect.any(String),
	]);
	const common = description.properties.filter(
		({ displayOptions }) => !displayOptions?.show?.operation,
	);
	const known = [...common, ...(offered?.properties ?? [])];
	// n8n adds these to a node that is a tool.
	const { descriptionType: _type, toolDescription: _text, ...parameters } = node.parameters;
	expect(unknownNames(parameters, known)).toEqual([]);
});

const triggers = examples.flatMap(({ file, workflow }) =>
	workflow.nodes
		.filter(({ type }) => type === `${nodeType}Trigger`)
		.map((node) => ({ name: `${node.name} of ${file}`, node })),
);

test.each(triggers)('$name has parameters and events that exist', ({ node }) => {
	const { properties } = new MijnKlantportaalTrigger().description;
	expect(unknownNames(node.parameters, properties)).toEqual([]);
	const events = properties.filter(({ name }) => name === 'events').flatMap(choicesOf);
	expect(events.map(({ value }) => value)).toEqual(
		expect.arrayContaining(node.parameters.events as string[]),
	);
});

function unknownNames(given: Record<string, unknown>, known: INodeProperties[]): string[] {
	return Object.entries(given).flatMap(([name, value]) => {
		const property = known.find((candidate) => candidate.name === name);
		if (!property) return [name];
		if (property.type !== 'collection') return [];
		return unknownNames(value as Record<string, unknown>, nestedProperties(property));
	});
}

describe('carried out in the engine', () => {
	let portal: Portal;
	beforeAll(async () => {
		portal = await startPortal({ limit: Infinity });
		const [ticket] = portal.state.tickets;
		if (ticket) ticket.id = 'tic_example00000001';
	});
	afterAll(async () => {
		await portal.close();
	});

	test.each(exampleInputs)('%s puts into the portal what it should', async (name) => {
		const input = readExampleInput(name);
		const workflow = readJson<WorkflowContent>(join(folder, input.example));
		portal.requests.length = 0;
		const credential = { apiKey: 'sandbox-key', baseUrl: portal.apiUrl };
		const { outputs, error } = await runExample(workflow, input, credential);
		expect(error).toBe(input.error);
		expect(changesSent(portal.requests, portal)).toEqual(changesWanted(input.sent));
		expect(portal.requests.filter(({ status = 0 }) => status < 200 || status > 299)).toEqual([]);
		const ours = workflow.nodes.filter(({ type }) => type === nodeType).map((node) => node.name);
		for (const node of ours) {
			const [made = [], ...others] = outputs[node] ?? [];
			expect(others.flat()).toEqual([]);
			const count = input.results[node] ?? 0;
			const ids = Array.from({ length: count }, () => expect.any(String) as unknown);
			expect(made.map(({ json }) => json.id)).toEqual(ids);
			const amounts = made.map(({ json }) => json.amount);
			expect(amounts).toEqual(input.amounts[node] ?? amounts);
		}
	});
});
