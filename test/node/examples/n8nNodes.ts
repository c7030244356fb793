import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
	NodeOperationError,
} from 'n8n-workflow';

/**
 * n8n's own nodes as far as the examples use them. Conditions and expressions are evaluated by n8n's engine;
 * what the nodes do with the result is three lines each. The tests in a real n8n run the nodes themselves.
 */

const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
};

function fulfils(context: IExecuteFunctions, index: number): boolean {
	return context.getNodeParameter('conditions', index, false, { extractValue: true }) as boolean;
}

const filter = nodeOf('filter', [conditions], 1, (context) => [
	context.getInputData().filter((_item, index) => fulfils(context, index)),
]);

const ifNode = nodeOf('if', [conditions], 2, (context) => {
	const items = context.getInputData();
	return [true, false].map((wanted) =>
		items.filter((_item, index) => fulfils(context, index) === wanted),
	);
});

const assignments: INodeProperties = {
	displayName: 'Fields to Set',
	name: 'assignments',
	type: 'assignmentCollection',
	default: {},
};

/** In the mode "Manual Mapping", with the fields of the input. */
const set = nodeOf('set', [assignments], 1, (context) => [
	context.getInputData().map((item, index) => {
		const given = context.getNodeParameter('assignments.assignments', index) as IDataObject[];
		const fields = Object.fromEntries(given.map(({ name, value }) => [String(name), value]));
		return { ...item, json: { ...item.json, ...fields }, pairedItem: { item: index } };
	}),
]);

const errorMessage: INodeProperties = {
	displayName: 'Error Message',
	name: 'errorMessage',
	type: 'string',
	default: '',
};

const stopAndError = nodeOf('stopAndError', [errorMessage], 0, (context) => {
	throw new NodeOperationError(
		context.getNode(),
		context.getNodeParameter('errorMessage', 0) as string,
	);
});

/** Gives its input on. What it would bring from elsewhere stands in the input of the example. */
const elsewhere = nodeOf('elsewhere', [], 1, (context) => [context.getInputData()]);

const standIns: Record<string, INodeType> = {
	'n8n-nodes-base.filter': filter,
	'n8n-nodes-base.if': ifNode,
	'n8n-nodes-base.set': set,
	'n8n-nodes-base.stopAndError': stopAndError,
};

export function standInFor(type: string): INodeType {
	return standIns[type] ?? elsewhere;
}

function nodeOf(
	name: string,
	properties: INodeProperties[],
	outputCount: number,
	execute: (context: IExecuteFunctions) => INodeExecutionData[][],
): INodeType {
	const description: INodeTypeDescription = {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: [NodeConnectionTypes.Main],
		outputs: Array.from({ length: outputCount }, () => NodeConnectionTypes.Main),
		properties,
	};
	return {
		description,
		async execute() {
			return execute(this);
		},
	};
}
