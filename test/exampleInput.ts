import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { WorkflowContent } from '../tools/n8n/n8nWorkflows';
import type { WantedRequest } from './exampleRequests';

export type Items = NonNullable<WorkflowContent['pinData']>[string];

const project = join(__dirname, '..');
const inputFolder = join(project, 'test', 'n8n', 'exampleInput');

/** What an example meets in life. Where items are a name, that file of examples/input holds them. */
export interface ExampleInput {
	/** File name of the example, where it is not that of the input. */
	example: string;
	trigger: string;
	/** What the trigger puts out. */
	output: Items;
	/** What nodes put out that would ask somebody else: a sheet, a database. */
	pinned: Record<string, Items>;
	/** The file of examples/input that the workflow reads. */
	file?: string;
	/** What the node that reads the file makes of it. */
	read: Record<string, Items>;
	/** What has to reach the portal. */
	sent: WantedRequest[];
	/** How many items our nodes put out; none of those that are not named. */
	results: Record<string, number>;
	/** What the portal makes of the invoices of a node, VAT included. */
	amounts: Record<string, string[]>;
	/** The message with which the execution ends, where it does not end well. */
	error?: string;
}

interface WrittenInput extends Omit<
	ExampleInput,
	'example' | 'output' | 'pinned' | 'read' | 'amounts'
> {
	example?: string;
	output: Items | string;
	pinned?: Record<string, Items | string>;
	read?: Record<string, Items>;
	amounts?: Record<string, string[]>;
}

/** Names of all inputs; an example may have several. */
export const exampleInputs = readdirSync(inputFolder).map((file) => parse(file).name);

/** Bytes of a file that an example is tried with. */
export function exampleFile(name: string): Buffer {
	return readFileSync(join(project, 'examples', 'input', name));
}

/** @param name One of `exampleInputs`. */
export function readExampleInput(name: string): ExampleInput {
	const written = JSON.parse(
		readFileSync(join(inputFolder, `${name}.json`), 'utf8'),
	) as WrittenInput;
	const { example = name, output, pinned = {}, read = {}, amounts = {} } = written;
	return {
		...written,
		example: `${example}.json`,
		output: itemsOf(output),
		pinned: Object.fromEntries(
			Object.entries(pinned).map(([node, items]) => [node, itemsOf(items)] as const),
		),
		read,
		amounts,
	};
}

function itemsOf(written: Items | string): Items {
	if (typeof written !== 'string') return written;
	const objects = JSON.parse(exampleFile(written).toString()) as Array<Items[number]['json']>;
	return objects.map((json) => ({ json }));
}
