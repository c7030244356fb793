import { code, toTable, withSection } from '../generate/markdown';
import type { Operation, Resource } from '../nodeDescription';

/** Stands in the table where the documentation has no scope. */
const NONE = 'none documented';

/** What each operation of the node needs. */
export function scopesTable(resources: readonly Resource[]): string {
	const byName = [...resources].sort((left, right) =>
		left.object.name.localeCompare(right.object.name, 'en'),
	);
	return toTable(
		['Resource', 'Operations', 'Scope'],
		[...byName.flatMap(rowsOf), ['Trigger', 'all', '`webhooks.read`, `webhooks.write`']],
	);
}

/** The text with that table between its marks. */
export function withScopesTable(text: string, resources: readonly Resource[]): string {
	return withSection(text, 'scopes', scopesTable(resources));
}

/** What the groups of the OAuth2 credential ask for. */
export function accessTable(
	groups: ReadonlyArray<{ name: string; scopes: readonly string[] }>,
): string {
	return toTable(
		['Access', 'Scopes'],
		groups.map(({ name, scopes }) => [name, scopes.map(code).join(', ')]),
	);
}

/** A row for each scope: the operations that share it stand together. */
function rowsOf({ object: { name }, operations }: Resource): string[][] {
	const byScope = new Map<string, Operation[]>();
	for (const operation of operations) {
		const scope = describe(operation);
		byScope.set(scope, [...(byScope.get(scope) ?? []), operation]);
	}
	return [...byScope].map(([scope, sharing]) => [
		name,
		sharing.map((operation) => operation.name).join(', '),
		scope,
	]);
}

function describe({ scope, method }: Operation): string {
	if (scope === undefined) return NONE;
	const isNearest = method !== 'GET' && scope.endsWith('.read');
	return isNearest ? `${NONE}; most likely ${code(scope)}` : code(scope);
}
