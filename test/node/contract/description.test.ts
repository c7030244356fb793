import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { MijnKlantportaal } from '../../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { choicesOf, groupsOf, nestedProperties, offeredOperations } from './offeredFields';

const { description, methods } = new MijnKlantportaal();

/** A parameter with the way to it: `additionalFields.dueAt`. */
interface Placed {
	path: string;
	property: INodeProperties;
}

/** Every parameter of the node, nested ones included. */
const parameters = description.properties.flatMap((property) => placed(property, ''));

function placed(property: INodeProperties, parent: string): Placed[] {
	const { resource = [], operation = [] } = property.displayOptions?.show ?? {};
	const place =
		parent || [...resource, ...operation].map((value) => `${value as string}.`).join('');
	const path = `${place}${property.name}`;
	const nested = [
		...(property.type === 'collection' ? nestedProperties(property) : []),
		...groupsOf(property).flatMap(({ values }) => values),
	];
	return [{ path, property }, ...nested.flatMap((inner) => placed(inner, `${path}.`))];
}

/** The ways to the parameters for which something holds. */
function where(holds: (property: INodeProperties) => boolean): string[] {
	return parameters.filter(({ property }) => holds(property)).map(({ path }) => path);
}

const operationChoices: INodePropertyOptions[] = description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap(choicesOf);

describe('operations', () => {
	test('all have an action and a description', () => {
		const lacking = operationChoices.filter(({ action, description: text }) => !action || !text);
		expect(lacking).toEqual([]);
		expect(operationChoices).toHaveLength(offeredOperations().length);
	});

	test('have actions that tell them apart', () => {
		const actions = operationChoices.map(({ action }) => action);
		expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
	});

	test('have actions in sentence case, without articles', () => {
		const odd = operationChoices
			.map(({ action = '' }) => action)
			.filter((action) => !/^[A-Z]/.test(action) || /\b(a|an|the)\b/i.test(action));
		expect(odd).toEqual([]);
	});

	test('all send their requests through the one road out', () => {
		const resource = description.properties.find(({ name }) => name === 'resource');
		expect(resource?.displayOptions).toBeUndefined();
		expect(resource?.routing?.send?.paginate).toBe(true);
	});
});

describe('parameters', () => {
	test('have names of their own where they are shown together', () => {
		const twice = offeredOperations().flatMap(({ name, properties }) => {
			return properties
				.filter((property, index) =>
					properties
						.slice(0, index)
						.some((other) => other.name === property.name && areShownTogether(other, property)),
				)
				.map((property) => `${name}.${property.name}`);
		});
		expect(twice).toEqual([]);
		const inCollections = offeredOperations().flatMap(({ name, properties }) =>
			properties.flatMap((property) => {
				const names = nestedProperties(property).map((nested) => nested.name);
				return new Set(names).size === names.length ? [] : [`${name}.${property.name}`];
			}),
		);
		expect(inCollections).toEqual([]);
	});

	test('with five and more choices have them in alphabetical order', () => {
		const unsorted = where((property) => {
			const names = choicesOf(property).map(({ name }) => name);
			return property.name !== 'resource' && names.length >= 5 && !isSorted(names);
		});
		expect(unsorted).toEqual([]);
		const collections = where(
			(property) =>
				property.type === 'collection' &&
				!isSorted(nestedProperties(property).map(({ displayName }) => displayName)),
		);
		expect(collections).toEqual([]);
	});

	test('resources have those that most people come for first, then alphabetical order', () => {
		const names = description.properties
			.filter(({ name }) => name === 'resource')
			.flatMap(choicesOf)
			.map(({ name }) => name);
		expect(names.slice(0, 3)).toEqual(['Invoice', 'Offer', 'Customer']);
		expect(isSorted(names.slice(3))).toBe(true);
	});

	test('have a default among their choices', () => {
		const odd = where(
			({ type, default: preset, ...rest }) =>
				type === 'options' &&
				!choicesOf({ type, default: preset, ...rest }).some(({ value }) => value === preset),
		);
		expect(odd).toEqual([]);
	});

	test('let a new node begin with creating, and with reading where nothing is created', () => {
		const others = description.properties
			.filter(({ name, default: preset }) => name === 'operation' && preset !== 'create')
			.map(({ default: preset, displayOptions }) => [displayOptions?.show?.resource, preset]);
		expect(others).toEqual([
			[['file'], 'get'],
			[['licenseInvoice'], 'get'],
			[['ticket'], 'get'],
		]);
	});

	test('that are locators name list searches that exist', () => {
		const named = parameters.flatMap(({ property }) =>
			(property.modes ?? []).flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
		);
		expect(named).not.toEqual([]);
		expect(named.filter((name) => !(name in methods.listSearch))).toEqual([]);
		expect(Object.keys(methods.listSearch).filter((name) => !named.includes(name))).toEqual([]);
	});

	test('have no `required: false`', () => {
		expect(where((property) => property.required === false)).toEqual([]);
	});
});

describe('texts', () => {
	test('are there for every parameter', () => {
		const silent = where(
			({ name, type, description: text }) =>
				!text &&
				!['resource', 'operation', 'authentication'].includes(name) &&
				type !== 'collection',
		);
		expect(silent).toEqual([]);
	});

	test('show examples as placeholders', () => {
		const odd = where(({ type, placeholder }) => {
			if (placeholder === undefined) return false;
			if (type === 'collection' || type === 'fixedCollection')
				return !/^Add [A-Z]/.test(placeholder);
			return !placeholder.startsWith('e.g. ');
		});
		expect(odd).toEqual([]);
		const modes = parameters.flatMap(({ property }) => property.modes ?? []);
		const oddModes = modes.filter(
			({ name, placeholder = '' }) => name !== 'list' && !placeholder.startsWith('e.g. '),
		);
		expect(oddModes).toEqual([]);
	});

	test('of yes-or-no parameters begin with Whether', () => {
		const odd = where(
			({ type, description: text = '' }) => type === 'boolean' && !text.startsWith('Whether '),
		);
		expect(odd).toEqual([]);
	});

	test('have a period only between sentences', () => {
		const texts = [
			...parameters.flatMap(({ property }) => [property.description ?? '', property.hint ?? '']),
			...operationChoices.flatMap(({ description: text = '', action = '' }) => [text, action]),
		];
		const odd = texts.filter((text) => {
			const isOneSentence = !/[.?!] [A-Z]/.test(text);
			return isOneSentence ? text.endsWith('.') : !text.endsWith('.');
		});
		expect(odd).toEqual([]);
	});

	test('have names in title case', () => {
		const names = [
			...parameters.map(({ property }) => property.displayName),
			...parameters.flatMap(({ property }) => choicesOf(property).map(({ name }) => name)),
			...parameters.flatMap(({ property }) => groupsOf(property).map((group) => group.displayName)),
		];
		expect([...new Set(names)].filter((name) => !isTitleCase(name))).toEqual([]);
	});

	test('say the same of the same parameter of one resource', () => {
		const byName = new Map<string, Set<string>>();
		for (const { resource, properties } of offeredOperations()) {
			for (const { name, description: text = '', displayOptions } of properties) {
				const key = `${resource.value}.${name}${conditionOf(displayOptions)}`;
				byName.set(key, (byName.get(key) ?? new Set()).add(text));
			}
		}
		const different = [...byName].filter(
			([key, texts]) => texts.size > 1 && !key.endsWith(`.${differentOnPurpose}`),
		);
		expect(different.map(([key, texts]) => [key, ...texts])).toEqual([]);
	});
});

/** Whether no choice of the person shows one of them and hides the other. */
function areShownTogether(left: INodeProperties, right: INodeProperties): boolean {
	const conditions = left.displayOptions?.show ?? {};
	return Object.entries(right.displayOptions?.show ?? {}).every(([name, values = []]) => {
		const others = conditions[name];
		return others === undefined || values.some((value) => others.includes(value));
	});
}

/** What has to be chosen besides resource and operation: ` where lineAmounts is inclVat`. */
function conditionOf({ show = {} }: INodeProperties['displayOptions'] = {}): string {
	return Object.entries(show)
		.filter(([name]) => !['resource', 'operation'].includes(name))
		.map(([name, values = []]) => ` where ${name} is ${values.join(' or ')}`)
		.join('');
}

/** The binary field that a file comes from in one operation is where it goes to in another. */
const differentOnPurpose = 'binaryPropertyName';

function isSorted(names: string[]): boolean {
	return names.every((name, index) => {
		const before = names[index - 1];
		return before === undefined || before.localeCompare(name, 'en') <= 0;
	});
}

const smallWords = [
	'a',
	'an',
	'and',
	'as',
	'at',
	'by',
	'for',
	'from',
	'in',
	'of',
	'on',
	'or',
	'the',
	'to',
	'with',
];

function isTitleCase(name: string): boolean {
	const words = name.split(/[\s(]+/).filter(Boolean);
	return words.every(
		(word, index) => /^[^a-z]/.test(word) || (index > 0 && smallWords.includes(word)),
	);
}
