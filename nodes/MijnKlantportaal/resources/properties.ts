import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, Resource } from './operation';

/** The node's parameters: resource, operation, and the fields of each operation. */
export function toProperties(resources: Resource[]): INodeProperties[] {
	return [
		resourceParameter(resources),
		...resources.map(operationParameter),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => fieldParameters(resource, operation)),
		),
	];
}

function resourceParameter(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: resources[0]?.value ?? '',
		// Read first and always shown, so every request of the node goes through the pagination function:
		// the engine takes the first `paginate` it meets (n8n-core 2.41, RoutingNode.mergeOptions).
		routing: { send: { paginate: true } },
	};
}

function operationParameter(resource: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(operationOption),
		default: resource.operations[0]?.value ?? '',
	};
}

function operationOption(operation: Operation): INodePropertyOptions {
	const { name, value, action, description, method, url } = operation;
	return { name, value, action, description, routing: { request: { method, url } } };
}

function fieldParameters(resource: Resource, operation: Operation): INodeProperties[] {
	return operation.fields.map((field) => {
		const property = field();
		return {
			...property,
			displayOptions: {
				show: {
					resource: [resource.value],
					operation: [operation.value],
					...property.displayOptions?.show,
				},
			},
		};
	});
}
