import type { INodeParameters } from 'n8n-workflow';
import { asksForState } from '../../../nodes/shared/objects/recovery';
import { documentedFieldFor, documentedFor, offered } from '../contract/comparison';
import { alternatives, fillIn } from '../contract/fillIn';
import type { OfferedOperation } from '../contract/offeredFields';
import type { Stock } from '../contract/stock';
import type { RequestKind } from './expectation';

/** A kind of request that is put to the test. */
export interface TestedKind extends RequestKind {
	/** `invoice.create` */
	name: string;
	/** Whether it stands for all that are recovered like it. */
	isRepresentative: boolean;
	parametersWith: (stock: Stock) => INodeParameters;
}

/** What is read: one object, a list, a file that is to be a PDF, any file. */
const READS = ['invoice.get', 'customer.getAll', 'invoice.downloadPdf', 'file.download'];

function toKind(operation: OfferedOperation): TestedKind {
	const { name, operation: facts } = operation;
	return {
		name,
		method: facts.method,
		...(facts.method === 'GET'
			? {}
			: {
					recovery: facts.recovery.kind,
					mayBeAnother:
						facts.recovery.kind === 'search' && facts.recovery.mayBeAnother !== undefined,
					asksForState: asksForState(facts.recovery),
					looksFirst: facts.upsert !== undefined,
				}),
		isRepresentative: facts.method === 'GET',
		parametersWith: (stock) => parametersOf(operation, stock),
	};
}

const kinds = offered.map(toKind);

/** Everything that changes something in the portal: read from the operations, so that a new one is there. */
export const writes = withRepresentatives(kinds.filter(({ recovery }) => recovery !== undefined));

/** One of each method and way to find out what became of it. */
export const representativeWrites = writes.filter(({ isRepresentative }) => isRepresentative);

/** What is looked for in a list when its answer got lost. */
export const searchedFor = writes.filter(({ recovery }) => recovery === 'search');

/** Some of what reads. */
export const reads = kinds.filter(({ name }) => READS.includes(name));

/** Everything that reads a list page by page; how far it does, the first stands for. */
export const lists = offered
	.filter(({ properties }) => properties.some(({ name }) => name === 'returnAll'))
	.map((operation, index) => ({ ...toKind(operation), isRepresentative: index === 0 }));

/** Everything that fetches a file from an address of its own. */
export const files = offered.filter(({ operation }) => operation.output === 'file').map(toKind);

/** What looks in a list before it sends anything: whether it exists, or for what is named by other than its ID. */
export const lookUps = [
	...offered.filter(({ operation }) => 'existing' in operation).map(unlessItExists),
	...onePerKey(offered),
];

/** The first of each method and recovery stands for the others like it. */
function withRepresentatives(given: TestedKind[]): TestedKind[] {
	const known = new Set<string>();
	return given.map((kind) => {
		const likeness = [kind.method, kind.recovery, kind.mayBeAnother].join(' ');
		const isRepresentative = !known.has(likeness);
		known.add(likeness);
		return { ...kind, isRepresentative };
	});
}

function unlessItExists(operation: OfferedOperation, index: number): TestedKind {
	return {
		...toKind(operation),
		name: `${operation.name}, unless it exists`,
		looksFirst: true,
		isRepresentative: index === 0,
		parametersWith: (stock) => ({
			...parametersOf(operation, stock),
			ifExists: 'useExisting',
		}),
	};
}

/** For each way to name an object, the first change that has it. */
function onePerKey(operations: OfferedOperation[]): TestedKind[] {
	const known = new Set<string>();
	return operations.flatMap((operation) =>
		operation.operation.method === 'GET'
			? []
			: operation.properties.flatMap(({ name, type, modes = [] }) =>
					(type === 'resourceLocator' ? modes : [])
						.filter(({ name: mode }) => !['list', 'id'].includes(mode))
						.filter(({ name: mode }) => !known.has(`${name} ${mode}`))
						.map(({ name: mode }): TestedKind => {
							known.add(`${name} ${mode}`);
							return {
								...toKind(operation),
								name: `${operation.name}, ${name} by ${mode}`,
								looksFirst: true,
								isRepresentative: true,
								parametersWith: (stock) =>
									namedBy(parametersOf(operation, stock), name, mode, stock),
							};
						}),
				),
	);
}

/** The same parameters, with an object named by other than its ID. */
function namedBy(
	parameters: INodeParameters,
	name: string,
	mode: string,
	stock: Stock,
): INodeParameters {
	const { value: id } = parameters[name] as { value: string };
	const prefix = id.slice(0, id.indexOf('_') + 1);
	return { ...parameters, [name]: { __rl: true, mode, value: stock[`${prefix}${mode}`] ?? '' } };
}

function parametersOf(operation: OfferedOperation, stock: Stock): INodeParameters {
	const documented = documentedFor(operation);
	const identifiers = Object.entries(stock).filter(([key]) => key.endsWith('_'));
	const filled = fillIn(operation, {
		extent: 'all',
		// Not the first choice, which an object may have already.
		variant: 1,
		// Of a list everything is to come.
		without: [...(alternatives[operation.name]?.[0] ?? []), 'filters'],
		with: [],
		stock: Object.fromEntries(identifiers),
		schemaOf: (name) => documented && documentedFieldFor(documented, name)?.schema,
	});
	return Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, plain(value)]));
}

/** Nothing is looked up before the request itself: it is the one that the fault is to meet. */
function plain(value: INodeParameters[string]): INodeParameters[string] {
	if (value === 'useExisting' || value === 'refuse') return 'createAnother';
	const isLocator = typeof value === 'object' && value !== null && '__rl' in value;
	return isLocator ? { ...value, mode: 'id' } : value;
}
