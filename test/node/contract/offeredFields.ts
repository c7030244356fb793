import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { MijnKlantportaal } from '../../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { resources } from '../../../nodes/MijnKlantportaal/resources';
import type { Operation, Resource } from '../../../nodes/MijnKlantportaal/execution/operation';

/** An operation of the node, with its parameters as n8n gets to see them. */
export interface OfferedOperation {
	/** `invoice.create` */
	name: string;
	resource: Resource;
	operation: Operation;
	/** Path behind the base URL. */
	path: string;
	properties: INodeProperties[];
}

/** A parameter that stands for a field of the request. */
export interface OfferedField {
	/** Name in the workflow; `lines[].vatRate` for a field of the objects in a list. */
	name: string;
	property: INodeProperties;
	/** Whether it is always shown, and not added by choice. */
	isAlwaysShown: boolean;
}

export const { description } = new MijnKlantportaal();

/** Everything the node offers, read from its compiled description. */
export function offeredOperations(): OfferedOperation[] {
	return resources.flatMap((resource) =>
		resource.operations.map((operation) => ({
			name: `${resource.value}.${operation.value}`,
			resource,
			operation,
			path: operation.url,
			properties: propertiesFor(description.properties, resource.value, operation.value),
		})),
	);
}

/** The parameters of an operation, with only those in collections that are its own. */
function propertiesFor(
	properties: INodeProperties[],
	resource: string,
	operation: string,
): INodeProperties[] {
	return properties
		.filter(({ type, displayOptions: { show = {} } = {} }) => {
			// Only keeps what workflows made before hold.
			if (type === 'hidden') return false;
			const resources = show.resource ?? show['/resource'];
			const operations = show.operation ?? show['/operation'];
			// Inside a collection a parameter without conditions belongs to all that have the collection.
			const isEverywhere = properties !== description.properties && operations === undefined;
			return isEverywhere || (resources?.includes(resource) && operations?.includes(operation));
		})
		.map((property) =>
			property.type === 'collection'
				? {
						...property,
						options: propertiesFor(nestedProperties(property), resource, operation),
					}
				: property,
		);
}

/** Parameters that steer the node itself and are no field of a request. */
const steering =
	/^(returnAll|limit|simplify|ifExists|matchBy|integrationId|specify[A-Z]\w*|lineAmounts|lines\[\]\.(quantity|amountInclVat))$/;

/** The second way to fill in a list: `linesJson` beside `lines`. */
const jsonForm = /Json$/;

/** Names the binary field of the item: where a file comes from, or where it goes to. */
export const binaryFieldName = /binaryPropertyNames?$/i;

/** The parameters of an operation that stand for a field of its request. */
export function offeredFields({ operation, properties }: OfferedOperation): OfferedField[] {
	return properties
		.filter(({ name }) => !(operation.output === 'file' && binaryFieldName.test(name)))
		.flatMap((property) => fieldsOf(property, '', true))
		.filter(({ name }) => !steering.test(name) && !jsonForm.test(name));
}

function fieldsOf(
	property: INodeProperties,
	prefix: string,
	isAlwaysShown: boolean,
): OfferedField[] {
	if (property.type === 'collection') {
		return nestedProperties(property).flatMap((nested) => fieldsOf(nested, prefix, false));
	}
	const name = `${prefix}${property.name}`;
	const field = { name, property, isAlwaysShown };
	if (property.type !== 'fixedCollection') return [field];
	// A list of identifiers has one parameter for each of them, whose name stays in the node.
	const values = groupsOf(property).flatMap(({ values: given }) => given);
	if (values.length === 1) return [field];
	return values.flatMap((nested) => fieldsOf(nested, `${name}[].`, isAlwaysShown));
}

/** The parameters that can be added to a collection. */
export function nestedProperties({ options = [] }: INodeProperties): INodeProperties[] {
	return options.filter((option): option is INodeProperties => 'type' in option);
}

/** The groups of parameters of a fixed collection. */
export function groupsOf({ options = [] }: INodeProperties): INodePropertyCollection[] {
	return options.filter((option): option is INodePropertyCollection => 'values' in option);
}

/** The choices of a parameter with choices. */
export function choicesOf({ options = [] }: INodeProperties): INodePropertyOptions[] {
	return options.filter((option): option is INodePropertyOptions => 'value' in option);
}
