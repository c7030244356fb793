import { lackingFor } from '../../sandbox/completeness';
import { operationAt, readContract } from '../../sandbox/contract/document';
import { operations as handlers } from '../../sandbox/resources';
import { allScopes, scopeOfOperation } from '../../sandbox/scopes';
import { resources, resourcesFolder } from '../../tools/nodeDescription';
import { expectNone } from './problems';
import { forgottenFiles, forgottenResources, unlistedOperations } from './resourceFiles';

const contract = readContract();

/** The operations of the API by ID; those of OAuth are n8n's own affair. */
const documented = new Set(
	Object.entries(contract.paths)
		.filter(([path]) => !path.startsWith('/oauth/'))
		.flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId)),
);

/** What the portal knows beside the contract: see the option webhookDeletion. */
const undocumented = ['delete-webhook'];

/** Each operation of the node, with its counterpart in the contract. */
const offered = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.object.name} > ${operation.name}`,
		resource: resource.value,
		operation,
		id: operationAt(contract, operation.method, operation.url)?.operationId,
	})),
);

test('the node has operations, and so has the contract', () => {
	expect(offered).not.toEqual([]);
	expect(documented.size).toBeGreaterThan(0);
});

test('each resource is named in the index of the resources', () => {
	expectNone(forgottenResources());
});

test('each file of a resource is imported', () => {
	expectNone(forgottenFiles());
});

test('each operation is listed by its resource', () => {
	expectNone(unlistedOperations(offered.map(({ operation }) => operation)));
});

test('each operation of the node is in the contract', () => {
	expectNone(
		offered
			.filter(({ id }) => id === undefined)
			.map(
				({ name, operation: { method, url } }) =>
					`sandbox/openapi.yaml does not know ${method} ${url}, which ${name} calls: add it there, or correct method and url of the operation.`,
			),
	);
});

test('each operation of the contract is in the node', () => {
	// A file that is only not listed yet is named above.
	if (forgottenFiles().length > 0) return;
	const called = new Set(offered.map(({ id }) => id));
	expectNone(
		[...documented]
			.filter((id) => !called.has(id))
			.map(
				(id) =>
					`No operation in ${resourcesFolder} calls ${id} of sandbox/openapi.yaml: add a file to the folder of its resource.`,
			),
	);
});

test('the portal can serve each operation of the contract', () => {
	expectNone([...documented].flatMap(lackingFor));
});

test('the portal has no operations that the contract does not know', () => {
	const known = new Set([...documented, ...undocumented]);
	const unknownIn = (file: string, table: object): string[] =>
		Object.keys(table)
			.filter((id) => !known.has(id))
			.map((id) => `${file} has ${id}, which sandbox/openapi.yaml does not know: correct one.`);
	expectNone([...unknownIn('sandbox/resources', handlers)]);
});

test('node and portal need the same scope for an operation', () => {
	expectNone(
		offered.flatMap(({ name, resource, id = '', operation: { scope } }) => {
			const portalScope = scopeOfOperation[id];
			// That the portal knows the operation at all is looked at above.
			if (portalScope === undefined || (portalScope ?? undefined) === scope) return [];
			return [
				`${name} names ${inWords(scope)} in ${resourcesFolder}/${resource}, and \`x-scope\` in sandbox/openapi.yaml names ${inWords(portalScope)} for ${id}: make them agree.`,
			];
		}),
	);
});

test('scopes are those of the documentation', () => {
	const known: readonly string[] = allScopes;
	expectNone(
		Object.entries(scopeOfOperation).flatMap(([id, scope]) =>
			scope === null || known.includes(scope)
				? []
				: [
						`\`x-scope\` of ${id} in sandbox/openapi.yaml is ${scope}, which allScopes in sandbox/scopes.ts does not know.`,
					],
		),
	);
	expectNone(
		offered.flatMap(({ name, operation: { scope } }) =>
			scope === undefined || known.includes(scope)
				? []
				: [`${name} needs the scope ${scope}, which allScopes in sandbox/scopes.ts does not know.`],
		),
	);
});

function inWords(scope: string | null | undefined): string {
	return scope ? `the scope ${scope}` : 'no scope';
}
