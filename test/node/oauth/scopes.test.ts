import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	accessGroups,
	accessOptions,
	groupWith,
} from '../../../nodes/shared/authentication/accessGroups';
import { resources } from '../../../nodes/MijnKlantportaal/resources';
import { allScopes } from '../../../sandbox/scopes';
import { namesIn } from '../../contract/requestNames';
import { scopesTable, withScopesTable } from '../../../tools/scopes/scopesTable';

const operations = resources.flatMap((resource) => resource.operations);
const scopesOfOperations = operations.flatMap(({ scope }) => (scope === undefined ? [] : [scope]));
const project = join(__dirname, '..', '..', '..');

it('the documentation has the tables that the code makes', () => {
	const text = readFileSync(join(project, 'docs/scopes.md'), 'utf8');
	expect(text).toBe(withScopesTable(text, resources));
});

it('the table has each operation of the node once', () => {
	const rows = scopesTable(resources).split('\n');
	expect(resources.length).toBeGreaterThan(1);
	for (const { object, operations: all } of resources) {
		const listed = rows
			.filter((row) => row.split('|')[1]?.trim() === object.name)
			.flatMap((row) => row.split('|')[2]?.trim().split(', ') ?? []);
		expect(listed.sort()).toEqual(all.map((operation) => operation.name).sort());
	}
});

it('operations and groups name scopes that exist', () => {
	for (const scope of [...scopesOfOperations, ...accessGroups.flatMap(({ scopes }) => scopes)]) {
		expect(allScopes).toContain(scope);
	}
});

it('every scope, and with it every operation, can be had through a group', () => {
	for (const scope of allScopes) expect(groupWith(scope)?.scopes).toContain(scope);
});

it('a group that changes objects can read them, to find out what became of a request', () => {
	for (const { scopes } of accessGroups) {
		for (const scope of scopes.filter((one) => one.endsWith('.write'))) {
			expect(scopes).toContain(scope.replace('.write', '.read'));
		}
	}
});

it('a group reads customers where it makes something for one, or is about them', () => {
	for (const { name, scopes } of accessGroups) {
		const makesForOne = operations.some(
			({ method, scope = '', fields }) =>
				method !== 'GET' &&
				scopes.includes(scope) &&
				namesIn(fields).some((field) => field.startsWith('customer')),
		);
		expect([name, scopes.includes('customers.read')]).toEqual([
			name,
			makesForOne || /^Customers:/.test(name),
		]);
	}
});

it('groups stand in the order of their names, and no two ask for the same', () => {
	const names = accessGroups.map(({ name }) => name);
	expect(names).toEqual([...names].sort((left, right) => left.localeCompare(right, 'en')));
	expect(new Set(accessOptions.map(({ value }) => value)).size).toBe(accessOptions.length);
});
