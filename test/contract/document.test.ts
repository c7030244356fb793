import { readContract, type ContractOperation, type Schema } from '../../sandbox/contract/document';
import { formatOf, formats } from '../../sandbox/contract/formats';
import { webhookTypes } from '../../sandbox/webhooks';
import { events } from '../../tools/nodeDescription';
import { expectNone } from './problems';

const contract = readContract();

/** A text in a request, and where it stands. */
interface Text {
	place: string;
	schema: Schema;
}

const texts = Object.entries(contract.paths)
	.filter(([path]) => !path.startsWith('/oauth/'))
	.flatMap(([, methods]) => Object.values(methods).flatMap(textsOf));

function textsOf({ operationId, parameters = [], requestBody }: ContractOperation): Text[] {
	const inAddress = parameters
		// What stands in the path is an identifier.
		.filter((parameter) => parameter.in === 'query')
		.flatMap(({ name, schema }) => textsIn(`${name} of ${operationId}`, schema));
	const bodies = Object.values(requestBody?.content ?? {});
	return [
		...inAddress,
		...bodies.flatMap(({ schema }) =>
			Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
				textsIn(`${name} of ${operationId}`, field),
			),
		),
	];
}

function textsIn(place: string, schema: Schema): Text[] {
	if (schema.type === 'string') return [{ place, schema }];
	return [
		...(schema.items ? textsIn(place, schema.items) : []),
		...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
			textsIn(`${name} in ${place}`, field),
		),
	];
}

test('every text in a request says how it is written', () => {
	expect(texts).not.toEqual([]);
	expectNone(
		texts
			.filter(({ schema: { format, examples, enum: choices } }) => !(format ?? examples ?? choices))
			.map(
				({ place }) =>
					`sandbox/openapi.yaml does not say how ${place} is written, so the portal takes any text: give it \`examples\` or a \`format\` (${Object.keys(formats).join(', ')}).`,
			),
	);
});

test('formats are those that the portal can check', () => {
	expectNone(
		texts.flatMap(({ place, schema }) => {
			const format = formatOf(schema);
			return format === undefined || format in formats
				? []
				: [
						`sandbox/openapi.yaml gives ${place} the format ${format}, which sandbox/contract/formats.ts does not know: use one of ${Object.keys(formats).join(', ')}, or add it there.`,
					];
		}),
	);
});

test('node and portal know the events of the contract', () => {
	const types = (contract.components.schemas['WebhookType']?.['enum'] ?? []) as string[];
	expect(types).not.toEqual([]);
	const compared: Array<[string, string[]]> = [
		['events of the trigger (events.ts)', events.map(({ type }) => type)],
		['webhookTypes in sandbox/webhooks.ts', [...webhookTypes]],
	];
	expectNone(
		compared.flatMap(([where, known]) => [
			...types
				.filter((type) => !known.includes(type))
				.map((type) => `The ${where} lack ${type} of sandbox/openapi.yaml: add it.`),
			...known
				.filter((type) => !types.includes(type))
				.map((type) => `The ${where} have ${type}, which sandbox/openapi.yaml lacks: correct one.`),
		]),
	);
});
