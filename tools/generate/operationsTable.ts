import type { Resource } from '../nodeDescription';
import { toTable } from './markdown';

/** What the node can do: a row for each resource with the names of its operations, as on the canvas. */
export function operationsTable(resources: readonly Resource[]): string {
	return toTable(
		['Resource', 'Operations'],
		byName(resources.map(({ object: { name }, operations }) => ({ name, operations }))).map(
			({ name, operations }) => [
				name,
				byName(operations)
					.map((operation) => operation.name)
					.join(', '),
			],
		),
	);
}

function byName<Named extends { name: string }>(named: readonly Named[]): Named[] {
	return [...named].sort((left, right) => left.name.localeCompare(right.name, 'en'));
}
