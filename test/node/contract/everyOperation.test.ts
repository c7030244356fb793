import { outputSchemaOf, type FieldSchema } from '../../../tools/schemas/outputSchema';
import { startPortal, type Portal } from '../../../sandbox/portal';
import { runNode } from '../engine';
import {
	arrivedFields,
	documented,
	documentedFieldFor,
	documentedFor,
	missingFields,
	offered,
	offeredFor,
	unknownFields,
	wronglyRequiredFields,
} from './comparison';
import type { DocumentedOperation } from './documentedOperations';
import {
	alternatives,
	fillIn,
	itemWithFiles,
	oneOfSeveral,
	variantsOf,
	type Filling,
} from './fillIn';
import type { OfferedOperation } from './offeredFields';
import { stockUp } from './stock';

/** What arrived at the portal, by operation. */
const arrived = new Map<DocumentedOperation, Set<string>>(
	documented.map((operation) => [operation, new Set()]),
);

/** Operations of the node that the portal has carried out. */
const succeeded = new Set<string>();

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal({ limit: Infinity });
});
afterAll(async () => {
	await portal.close();
	process.stdout.write(`\n${count()}\n\n`);
});

describe('the node offers', () => {
	test('every operation of the contract', () => {
		const missing = documented.filter((operation) => offeredFor(operation).length === 0);
		expect(missing.map(({ id, method, path }) => `${id}: ${method} ${path}`)).toEqual([]);
	});

	test('no operation that the contract does not know', () => {
		const unknown = offered.filter((operation) => documentedFor(operation) === undefined);
		expect(unknown.map(({ name, path }) => `${name}: ${path}`)).toEqual([]);
	});

	test('every request field, by the name of the API', () => {
		expect(documented.flatMap(missingFields)).toEqual([]);
	});

	test('no field that the contract does not know', () => {
		expect(offered.flatMap(unknownFields)).toEqual([]);
	});

	test('the required fields as required, and no others', () => {
		expect(offered.flatMap(wronglyRequiredFields)).toEqual([]);
	});
});

describe.each(offered)('$name', (operation) => {
	test('carries every field to the API, with every choice', async () => {
		for (const without of alternatives[operation.name] ?? [[]]) {
			for (let variant = 0; variant < variantsOf(operation.properties); variant++) {
				await run(operation, { extent: 'all', variant, without, with: [] });
			}
		}
	});

	test('is content with what it cannot do without', async () => {
		await run(operation, {
			extent: 'smallest',
			variant: 0,
			without: [],
			with: oneOfSeveral[operation.name] ?? [],
		});
	});
});

test('every request field has arrived', () => {
	const lost = [...arrived].flatMap(([operation, names]) =>
		fieldsOf(operation)
			.filter(({ name }) => offeredFor(operation).length > 0 && !names.has(name))
			.map(({ name }) => `${operation.id}: ${name} never arrived`),
	);
	expect(lost).toEqual([]);
});

/** Runs the operation once; the portal decides whether the request keeps to the contract. */
async function run(
	operation: OfferedOperation,
	choice: Omit<Filling, 'stock' | 'schemaOf'>,
): Promise<void> {
	const counterpart = documentedFor(operation);
	if (!counterpart) throw new Error(`The contract has no ${operation.path}`);
	const stock = await stockUp(portal);
	const parameters = fillIn(operation, {
		...choice,
		stock,
		schemaOf: (name) => documentedFieldFor(counterpart, name)?.schema,
	});
	const { items, error } = await runNode({
		parameters,
		items: [itemWithFiles],
		credential: { apiKey: 'sandbox-key', baseUrl: portal.apiUrl },
	});
	const refusal = error && `${error.message} ${error.description ?? ''}`;
	// Objects that are named by what people know them by are looked for before anything is sent.
	const begin = portal.requests.findIndex(({ operationId }) => operationId === counterpart.id);
	expect(portal.requests.slice(0, begin).map(({ method, status }) => [method, status])).toEqual(
		portal.requests.slice(0, begin).map(() => ['GET', 200]),
	);
	const answers = portal.requests
		.slice(Math.max(0, begin))
		.map(({ operationId, method, status = 0 }) => ({
			operationId,
			method,
			isSuccess: status >= 200 && status < 300,
		}));
	const expected = { operationId: counterpart.id, method: counterpart.method, isSuccess: true };
	expect({ parameters, refusal, answers: answers.slice(0, 1) }).toEqual({
		parameters,
		refusal: undefined,
		answers: [expected],
	});
	// A list may have several pages; everything else is one request.
	expect(answers).toEqual(answers.map(() => expected));
	expect(answers.length === 1 || operation.operation.output === 'list').toBe(true);
	expect(portal.contractViolations).toEqual([]);
	expect(items.length > 0 || operation.operation.output === 'list').toBe(true);
	const schema = outputSchemaOf(operation.operation);
	expect(items.flatMap(({ json }) => fieldsBeyond(schema, json))).toEqual([]);
	succeeded.add(operation.name);
	for (const request of portal.requests) {
		for (const name of arrivedFields(request, counterpart)) arrived.get(counterpart)?.add(name);
	}
}

/** Fields of the output that its schema does not show. */
function fieldsBeyond({ properties, items }: FieldSchema, value: unknown): string[] {
	if (Array.isArray(value)) return items ? value.flatMap((item) => fieldsBeyond(items, item)) : [];
	if (properties === undefined || typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const field = properties[name];
		return field === undefined ? [name] : fieldsBeyond(field, inner);
	});
}

function fieldsOf({ fields }: DocumentedOperation) {
	return fields.filter(({ isLegacy }) => !isLegacy);
}

function count(): string {
	const carriedOut = documented.filter((operation) =>
		offeredFor(operation).some(({ name }) => succeeded.has(name)),
	);
	const fields = documented.flatMap((operation) =>
		fieldsOf(operation).map(({ name }) => ({ operation, name })),
	);
	const carried = fields.filter(({ operation, name }) => arrived.get(operation)?.has(name));
	return `${carriedOut.length} of ${documented.length} operations, ${carried.length} of ${fields.length} request fields`;
}
