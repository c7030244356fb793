import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData, INodeParameters, INodeProperties } from 'n8n-workflow';
import { startPortal, type Portal } from '../../../sandbox/portal';
import { MijnKlantportaalTrigger } from '../../../nodes/MijnKlantportaalTrigger/MijnKlantportaalTrigger.node';
import type { WorkflowContent, WorkflowNode } from '../../../tools/n8n/n8nWorkflows';
import { runNode } from '../engine';
import { choicesOf, description, nestedProperties, offeredOperations } from './offeredFields';

const folder = join(__dirname, '../../../examples');
const inputFolder = join(__dirname, '../../n8n/exampleInput');
const nodeType = 'n8n-nodes-mijnklantportaal.mijnKlantportaal';

/** What a workflow works on when it is tried out. */
interface ExampleInput {
	/** Items that reach a node of ours, by the node's name. */
	reaching: Record<string, INodeExecutionData[]>;
}

const examples = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => ({ file, workflow: readJson<WorkflowContent>(join(folder, file)) }));

const nodesOfOurs = examples.flatMap(({ file, workflow }) =>
	workflow.nodes
		.filter(({ type }) => type === nodeType)
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
			'monthly-invoices-from-spreadsheet.json',
			'offer-accepted-to-invoice.json',
			'payment-link-per-order.json',
			'reply-to-new-tickets.json',
		]),
	);
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
	expect(unknownNames(node.parameters, known)).toEqual([]);
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

	const withInput = nodesOfOurs.filter(({ file }) => existsSync(join(inputFolder, file)));

	test.each(withInput)('$name does its work', async ({ file, node }) => {
		const { reaching } = readJson<ExampleInput>(join(inputFolder, file));
		const items = reaching[node.name] ?? [];
		portal.requests.length = 0;
		const output = await runNode({
			parameters: node.parameters as INodeParameters,
			items,
			settings: node.onError ? { onError: 'continueErrorOutput' } : {},
			credential: { apiKey: 'sandbox-key', baseUrl: portal.apiUrl },
		});
		expect({ error: output.error?.message, errorItems: output.errorItems }).toEqual({
			error: undefined,
			errorItems: [],
		});
		expect(items).not.toEqual([]);
		expect(output.items.map(({ json }) => json.id)).toEqual(items.map(() => expect.any(String)));
		expect(portal.requests.map(({ status = 0 }) => status < 300)).toEqual(items.map(() => true));
	});
});
