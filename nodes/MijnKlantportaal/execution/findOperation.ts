import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { Failure } from '../../shared/transport/failure';
import type { Operation, Resource } from './operation';

/**
 * The operation that the item chose.
 * @throws Failure when the node has none of that name.
 */
export function findOperation(
	context: IExecuteSingleFunctions,
	resources: Resource[],
): { resource: Resource; operation: Operation } {
	const resourceValue = context.getNodeParameter('resource') as string;
	const operationValue = context.getNodeParameter('operation') as string;
	const resource = resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	if (resource && operation) return { resource, operation };
	// The engine would send a request to the base URL.
	throw new Failure(
		`The node has no operation "${operationValue}" for "${resourceValue}"`,
		'Open the node and choose a resource and an operation.',
	);
}
