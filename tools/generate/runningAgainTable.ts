import {
	displayNameOf,
	type Operation,
	type Resource,
	whenRunAgain,
	type WriteOperation,
} from '../nodeDescription';
import { toTable } from './markdown';

/** What a retry means: a row for each operation that makes or changes something. */
export function runningAgainTable(resources: readonly Resource[]): string {
	const byName = [...resources].sort((left, right) =>
		left.object.name.localeCompare(right.object.name, 'en'),
	);
	return toTable(
		['Resource', 'Operation', 'Retry, or running again'],
		byName.flatMap(({ object, operations }) =>
			operations
				.filter(isWrite)
				.map((operation) => [object.name, operation.name, describe(operation)]),
		),
	);
}

function isWrite(operation: Operation): operation is WriteOperation {
	return operation.method !== 'GET';
}

function describe(operation: WriteOperation): string {
	const { existing, upsert } = operation;
	const names = (fields: readonly string[]): string =>
		fields.map((name) => displayNameOf(operation.fields, name) ?? name).join(' and ');
	if (existing !== undefined) return `makes only what is missing, known by ${names(existing.key)}`;
	if (upsert !== undefined) return 'changes only what differs';
	if (whenRunAgain(operation) === 'sameChange') return 'does the same once more, nothing twice';
	return '**does it a second time**: look in the portal first';
}
