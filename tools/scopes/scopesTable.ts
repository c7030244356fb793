import { accessGroups } from '../../nodes/shared/authentication/accessGroups';
import type { Operation, Resource } from '../../nodes/MijnKlantportaal/execution/operation';

/** Stands in the table where the documentation has no scope. */
const NONE = 'none documented';

/**
 * The tables of scopes for the documentation: what each operation of the node needs, and what the groups
 * of the OAuth2 credential ask for.
 */
export function scopesTable(resources: readonly Resource[]): string {
	const byName = [...resources].sort((left, right) =>
		left.object.name.localeCompare(right.object.name, 'en'),
	);
	return [
		...toTable(
			['Resource', 'Operations', 'Scope'],
			[...byName.flatMap(rowsOf), ['Trigger', 'all', '`webhooks.read`, `webhooks.write`']],
		),
		'',
		...toTable(
			['Access of the OAuth2 credential', 'Scopes'],
			accessGroups.map(({ name, scopes }) => [name, scopes.map(code).join(', ')]),
		),
	].join('\n');
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

/** Columns of even width, as the formatter of the project has them. */
function toTable(header: string[], rows: string[][]): string[] {
	const widths = header.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const toLine = (cells: string[]): string =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [toLine(header), toLine(widths.map((width) => '-'.repeat(width))), ...rows.map(toLine)];
}

function describe({ scope, method }: Operation): string {
	if (scope === undefined) return NONE;
	const isNearest = method !== 'GET' && scope.endsWith('.read');
	return isNearest ? `${NONE}; most likely ${code(scope)}` : code(scope);
}

function code(text: string): string {
	return `\`${text}\``;
}

const BEGIN = '<!-- scopes: made by tools/scopes, do not edit -->';
const END = '<!-- scopes end -->';

/**
 * The text with the tables between its two marks.
 * @throws Error when it has no such marks.
 */
export function withScopesTable(text: string, resources: readonly Resource[]): string {
	const begin = text.indexOf(BEGIN);
	const end = text.indexOf(END);
	if (begin < 0 || end < begin) throw new Error(`The text has no marks ${BEGIN} and ${END}`);
	return `${text.slice(0, begin)}${BEGIN}\n\n${scopesTable(resources)}\n\n${text.slice(end)}`;
}
