import type { INodeProperties, INodePropertyOptions, PreSendAction } from 'n8n-workflow';
import { WrongValue } from '../../shared/values/wrongValue';
import { mapParameters } from '../execution/mapParameters';
import type { Operation, Resource } from '../execution/operation';
import { noteProblem } from '../execution/problems';
import { Run } from '../execution/run';
import { conditionsOf, placeParameters, type Placement } from './placement';

/** The node's parameters: resource, operation, and the fields of all operations. */
export function toProperties(resources: Resource[]): INodeProperties[] {
	return [
		resourceParameter(resources),
		...resources.map(operationParameter),
		...placeParameters(resources).flatMap((placement) => fieldParameters(placement, resources)),
	];
}

function resourceParameter(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ object: { name }, value }) => ({ name, value })),
		default: 'invoice',
		// Read first and always shown, so every request of the node goes through the pagination function:
		// the engine takes the first `paginate` it meets (n8n-core 2.41, RoutingNode.mergeOptions).
		routing: { send: { paginate: true } },
	};
}

function operationParameter({ value, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(operationOption),
		default: defaultOf(operations),
	};
}

/** What to do about an error that nobody foresaw, such as a time zone that n8n does not know. */
const CHECK_VALUES = 'Check the values of this item and the settings of the workflow.';

/** What a new node begins with: nothing that changes what is there. */
function defaultOf(operations: readonly Operation[]): string {
	const values = operations.map(({ value }) => value);
	return values.find((value) => value === 'create') ?? 'get';
}

function operationOption(operation: Operation): INodePropertyOptions {
	const { name, value, action, description, method, url } = operation;
	return {
		name,
		value,
		action,
		description,
		routing: { request: { method, url }, send: { preSend: [mapAll(operation)] } },
	};
}

/**
 * Puts the values of all parameters into the request. One `preSend` for the operation, and not a routing
 * for each parameter: the engine evaluates the expression of a parameter with a routing twice more, and
 * sends empty parameters. A `value` expression could be neither tested nor typed.
 */
function mapAll({ fields, name }: Operation): PreSendAction {
	return async function (request) {
		// Nothing may be thrown here: the other items wait for this one, and would wait for ever.
		try {
			Run.begin(this, request);
			mapParameters(fields, this, request);
		} catch (cause) {
			const reason = cause instanceof Error ? cause.message : String(cause);
			noteProblem(request, name, new WrongValue(`cannot be prepared: ${reason}`, CHECK_VALUES));
		}
		return request;
	};
}

function fieldParameters(
	{ property, uses, nested }: Placement,
	resources: Resource[],
): INodeProperties[] {
	const options = [...nested.values()]
		.flatMap((placement) => nestedParameters(placement, uses.length, resources))
		.sort((left, right) => left.displayName.localeCompare(right.displayName, 'en'));
	return conditionsOf(uses, resources).map((conditions) => ({
		...property,
		...(options.length > 0 ? { options } : {}),
		displayOptions: { show: { ...conditions, ...property.displayOptions?.show } },
	}));
}

/** A parameter of a collection, for the operations that have it among those that have the collection. */
function nestedParameters(
	{ property, uses }: Placement,
	usesOfCollection: number,
	resources: Resource[],
): INodeProperties[] {
	if (uses.length === usesOfCollection) return [property];
	return conditionsOf(uses, resources, '/').map((show) => ({
		...property,
		displayOptions: { show: { ...property.displayOptions?.show, ...show } },
	}));
}
