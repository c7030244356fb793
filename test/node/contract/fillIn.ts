import {
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type NodeParameterValueType,
	NodeHelpers,
} from 'n8n-workflow';
import type { Schema } from '../../../sandbox/contract/document';
import {
	choicesOf,
	description,
	groupsOf,
	nestedProperties,
	type OfferedOperation,
} from './offeredFields';
import { jsonFor, locatorFor, numberFor, prefixesOf, textFor } from './exampleValues';
import type { Stock } from './stock';

/** How the parameters of an operation are filled in. */
export interface Filling {
	/** `smallest`: no more than what the operation cannot do without. */
	extent: 'all' | 'smallest';
	/** Which of their choices the parameters take: the first, the second, … and from the start again. */
	variant: number;
	/** Names of optional parameters to leave out, where all are filled in. */
	without: readonly string[];
	/** Names of optional parameters to fill in, where as few as possible are. */
	with: readonly string[];
	stock: Stock;
	/** What the API says of the field that the parameter stands for. */
	schemaOf: (name: string) => Schema | undefined;
}

/** Fields that exclude each other: each run leaves out one of the groups. */
export const alternatives: Record<string, readonly string[][]> = {
	'offer.create': [['acceptedAt', 'acceptedViaIp', 'acceptedViaUserAgent'], ['rejectedAt']],
};

/** Fields of which the API needs one, whichever that is. */
export const oneOfSeveral: Record<string, readonly string[]> = {
	'appointment.create': ['customerId'],
};

const pdf = Buffer.from('%PDF-1.4\n% a file for tests\n%%EOF\n');

/** An item with the files that the parameters name. */
export const itemWithFiles: INodeExecutionData = {
	json: {},
	binary: {
		data: { data: pdf.toString('base64'), mimeType: 'application/pdf', fileName: 'contract.pdf' },
		image: { data: 'iVBORw0KGgo=', mimeType: 'image/png', fileName: 'signature.png' },
	},
};

interface Place extends Filling {
	/** What is chosen outside of any collection. */
	chosen: INodeParameters;
}

/** Parameters as a person would leave them behind on the canvas. */
export function fillIn(
	{ resource, operation, properties }: OfferedOperation,
	filling: Filling,
): INodeParameters {
	const chosen = { resource: resource.value, operation: operation.value };
	const parameters: INodeParameters = { ...chosen };
	const presets = presetsOf(properties);
	for (const property of properties) {
		if (!isShown(property, { ...presets, ...parameters })) continue;
		const value = topValue(property, {
			...filling,
			chosen: { ...presets, ...parameters, ...chosen },
		});
		if (value !== undefined) parameters[property.name] = value;
	}
	return parameters;
}

/** How many fillings it takes until every choice of every parameter was made. */
export function variantsOf(properties: INodeProperties[]): number {
	return Math.max(1, ...properties.map(choiceCountOf));
}

function choiceCountOf(property: INodeProperties): number {
	switch (property.type) {
		case 'options':
			return choicesOf(property).length;
		case 'resourceLocator':
			return Math.max(property.modes?.length ?? 0, prefixesOf(property).length);
		case 'collection':
			return variantsOf(nestedProperties(property));
		case 'fixedCollection':
			return variantsOf(groupsOf(property).flatMap(({ values }) => values));
		default:
			return 1;
	}
}

function presetsOf(properties: INodeProperties[]): INodeParameters {
	return Object.fromEntries(properties.map(({ name, default: preset }) => [name, preset]));
}

/**
 * @param around What the parameters next to it are set to.
 * @param outside What those are set to that are in no collection.
 */
function isShown(
	property: INodeProperties,
	around: INodeParameters,
	outside: INodeParameters = around,
): boolean {
	const node = { typeVersion: 1 } as INode;
	return NodeHelpers.displayParameter(around, property, node, description, outside);
}

function topValue(property: INodeProperties, filling: Place): NodeParameterValueType | undefined {
	if (filling.extent === 'all') {
		return filling.without.includes(property.name) ? undefined : valueOf(property, filling, '');
	}
	if (property.type === 'collection') {
		const nested = nestedProperties(property);
		// A change has to change something.
		const needed = property.name === 'updateFields' ? [nested[0]?.name] : filling.with;
		const wanted = nested.filter(({ name }) => needed.includes(name));
		return wanted.length > 0 ? valuesOf(wanted, filling, '') : undefined;
	}
	return property.required && isUnset(property.default)
		? valueOf(property, filling, '')
		: undefined;
}

/** Whether a person has to fill the parameter in. */
function isUnset(preset: unknown): boolean {
	if (typeof preset === 'object' && preset !== null) {
		if ('value' in preset) return preset.value === '';
		// Rows that a new node begins with are there to be filled in.
		const cells = Object.values(preset)
			.flat()
			.flatMap((row) => Object.values(row as object));
		return cells.length === 0 || cells.some(isUnset);
	}
	return preset === '' || preset === undefined;
}

function valueOf(
	property: INodeProperties,
	filling: Place,
	prefix: string,
): NodeParameterValueType {
	const name = `${prefix}${property.name}`;
	const schema = filling.schemaOf(name);
	switch (property.type) {
		case 'boolean':
			return true;
		case 'number':
			return numberFor(property, schema);
		case 'dateTime':
			return /^(end|expires|due|until)/.test(property.name)
				? '2031-06-29T16:00:00'
				: '2031-05-29T14:30:00';
		case 'options': {
			const choices = choicesOf(property);
			return choices[filling.variant % choices.length]?.value ?? '';
		}
		case 'multiOptions':
			return choicesOf(property).map(({ value }) => value as string);
		case 'resourceLocator':
			return locatorFor(property, filling);
		case 'json':
			return jsonFor(property, schema, filling);
		case 'collection':
			return valuesOf(nestedProperties(property), filling, prefix);
		case 'fixedCollection':
			return fixedCollectionFor(property, filling, name);
		default: {
			const text = textFor(property, schema, filling);
			return property.typeOptions?.multipleValues ? [text] : text;
		}
	}
}

function valuesOf(properties: INodeProperties[], filling: Place, prefix: string): INodeParameters {
	const values: INodeParameters = {};
	for (const property of properties) {
		if (
			filling.without.includes(property.name) ||
			!isShown(property, { ...presetsOf(properties), ...values }, filling.chosen)
		)
			continue;
		values[property.name] = valueOf(property, filling, prefix);
	}
	return values;
}

function fixedCollectionFor(
	property: INodeProperties,
	filling: Place,
	name: string,
): INodeParameters {
	return Object.fromEntries(
		groupsOf(property).map((group) => {
			const values = valuesOf(group.values, filling, `${name}[].`);
			return [group.name, property.typeOptions?.multipleValues ? [values] : values];
		}),
	);
}
