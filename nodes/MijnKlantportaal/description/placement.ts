import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Resource } from '../execution/operation';

/** An operation that a parameter belongs to. */
interface Use {
	resource: string;
	operation: string;
}

/** A parameter of the node and where it is shown. */
export interface Placement {
	property: INodeProperties;
	uses: Use[];
	/** The parameters in it, for a collection. */
	nested: Map<INodeProperties, Placement>;
}

/**
 * The parameters of all operations, each once. n8n's engine evaluates the expression of a parameter
 * again for every other one of that name, twice for every item (n8n-core 2.41, RoutingNode.runNode and
 * resolveBaseUrl), so what operations have in common is one parameter, and all collections of one name
 * are.
 * @returns In an order that is the one of every operation.
 */
export function placeParameters(resources: Resource[]): Placement[] {
	const placements = new Map<INodeProperties | string, Placement>();
	const sequences: Placement[][] = [];
	for (const { value: resource, operations } of resources) {
		for (const { value: operation, fields } of operations) {
			const use = { resource, operation };
			sequences.push(fields.map((field) => place(placements, field, use)));
		}
	}
	return inCommonOrder([...placements.values()], sequences);
}

function place(
	placements: Map<INodeProperties | string, Placement>,
	{ property, fields = [] }: Field,
	use: Use,
): Placement {
	const key = property.type === 'collection' ? property.name : property;
	const placement = placements.get(key) ?? newPlacement(property);
	placements.set(key, placement);
	placement.uses.push(use);
	for (const field of fields) {
		const nested = placement.nested.get(field.property) ?? newPlacement(field.property);
		placement.nested.set(field.property, nested);
		nested.uses.push(use);
	}
	return placement;
}

function newPlacement(property: INodeProperties): Placement {
	return { property, uses: [], nested: new Map() };
}

/** @throws Error when two operations have the same parameters in another order. */
function inCommonOrder(placements: Placement[], sequences: Placement[][]): Placement[] {
	const waiting = new Set(placements);
	const ordered: Placement[] = [];
	while (waiting.size > 0) {
		const next = [...waiting].find((candidate) =>
			sequences.every((sequence) => {
				const position = sequence.indexOf(candidate);
				return sequence.slice(0, Math.max(0, position)).every((before) => !waiting.has(before));
			}),
		);
		if (next === undefined) {
			const names = [...waiting].map(({ property }) => property.name).join(', ');
			throw new Error(`Operations do not agree on the order of ${names}`);
		}
		waiting.delete(next);
		ordered.push(next);
	}
	return ordered;
}

/**
 * The conditions under which a parameter is shown. One set of conditions shows it for every operation
 * of that value of every resource, so what does not fit into one becomes several.
 * @param prefix `/` inside a collection, where conditions are on what stands in it otherwise.
 */
export function conditionsOf(
	uses: Use[],
	resources: Resource[],
	prefix: '' | '/' = '',
): Array<NonNullable<IDisplayOptions['show']>> {
	return groupUses(uses, resources).map(({ resourceValues, operationValues }) => ({
		[`${prefix}resource`]: resourceValues,
		[`${prefix}operation`]: operationValues,
	}));
}

interface UseGroup {
	resourceValues: string[];
	operationValues: string[];
}

/**
 * As few groups as merging two at a time gives; that is the fewest for all but odd cases. No use is in two
 * groups: n8n would show the parameter twice.
 */
function groupUses(uses: Use[], resources: Resource[]): UseGroup[] {
	const groups: UseGroup[] = [];
	for (const { resource, operation } of uses) {
		let group: UseGroup = { resourceValues: [resource], operationValues: [operation] };
		if (groups.some((other) => overlap(other, group))) continue;
		for (let index = groups.length - 1; index >= 0; index--) {
			const merged = merge(groups[index] ?? group, group);
			const others = groups.filter((_, position) => position !== index);
			if (!showsOnly(merged, uses, resources)) continue;
			if (others.some((other) => overlap(other, merged))) continue;
			group = merged;
			groups.splice(index, 1);
		}
		groups.push(group);
	}
	return groups;
}

function overlap(left: UseGroup, right: UseGroup): boolean {
	return (
		left.resourceValues.some((value) => right.resourceValues.includes(value)) &&
		left.operationValues.some((value) => right.operationValues.includes(value))
	);
}

function merge(left: UseGroup, right: UseGroup): UseGroup {
	return {
		resourceValues: [...new Set([...left.resourceValues, ...right.resourceValues])],
		operationValues: [...new Set([...left.operationValues, ...right.operationValues])],
	};
}

/** Whether every operation for which the group shows a parameter has it. */
function showsOnly(
	{ resourceValues, operationValues }: UseGroup,
	uses: Use[],
	resources: Resource[],
): boolean {
	return resources
		.filter(({ value }) => resourceValues.includes(value))
		.every(({ value: resource, operations }) =>
			operations
				.filter(({ value }) => operationValues.includes(value))
				.every(({ value: operation }) =>
					uses.some((use) => use.resource === resource && use.operation === operation),
				),
		);
}
