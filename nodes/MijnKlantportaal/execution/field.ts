import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

/** A parameter on the canvas together with the way its value gets into the request. */
export interface Field {
	property: INodeProperties;
	/** None for what steers the node itself, such as Limit, and for collections. */
	delivery?: Delivery;
	/** The fields of a collection. */
	fields?: readonly Field[];
}

const optionalFields = new WeakMap<Field, Field>();

/** The same field where it can be left out; always the same one for a field. */
export function optional(field: Field): Field {
	const { property, delivery } = field;
	if (!delivery?.required) return field;
	const result = optionalFields.get(field) ?? {
		property: { ...property },
		delivery: { ...delivery, required: false },
	};
	// n8n's rules forbid `required: false`.
	delete result.property.required;
	optionalFields.set(field, result);
	return result;
}

/** Where a value stands in the request. */
export type Place = 'body' | 'query' | 'path';

/** How the value of a parameter travels. */
export interface Delivery {
	/** Name in the API, where it differs from the parameter's. */
	apiName?: string;
	place?: Place;
	/** Whether the API needs it: an empty value is refused before sending. */
	required?: boolean;
	/**
	 * Turns what the user gave into what the API takes.
	 * @throws WrongValue
	 */
	read: (value: unknown, context: IExecuteSingleFunctions) => unknown;
}

/** What the author of an operation says about a parameter. */
export interface FieldTexts extends Pick<Delivery, 'apiName' | 'place' | 'required'> {
	/** Name in the workflow; the API's own in camelCase. */
	name: string;
	/** Name on the canvas. */
	displayName: string;
	description: string;
	placeholder?: string;
}

/**
 * A field of one parameter.
 * @param look What is special about its looks.
 */
export function fieldOf(
	{ name, displayName, description, placeholder, required, apiName, place }: FieldTexts,
	look: Omit<INodeProperties, 'name' | 'displayName' | 'description' | 'required'>,
	read: Delivery['read'],
): Field {
	return {
		property: {
			displayName,
			name,
			description,
			...(placeholder === undefined ? {} : { placeholder }),
			...(required ? { required } : {}),
			...look,
		},
		delivery: { apiName, place, required, read },
	};
}
