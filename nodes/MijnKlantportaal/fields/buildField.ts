import type { INodeProperties } from 'n8n-workflow';
import type { Field, Mapping } from '../execution/field';

/** What the author of an operation says about a parameter. */
export interface FieldOptions extends Pick<Mapping, 'apiName' | 'place' | 'required' | 'formerly'> {
	/** Name in the workflow; the API's own in camelCase. */
	name: string;
	/** Name on the canvas. */
	displayName: string;
	description: string;
	placeholder?: string;
	/** Stands below the parameter, for what has to be read before it is filled in. */
	hint?: string;
}

/**
 * A field of one parameter.
 * @param look What is special about its looks.
 */
export function buildField(
	options: FieldOptions,
	look: Omit<INodeProperties, 'name' | 'displayName' | 'description' | 'required'>,
	read: Mapping['read'],
): Field {
	const { name, displayName, description, placeholder, hint } = options;
	const { apiName, place, required, formerly } = options;
	return {
		property: {
			displayName,
			name,
			description,
			...(placeholder === undefined ? {} : { placeholder }),
			...(hint === undefined ? {} : { hint }),
			...(required ? { required } : {}),
			...look,
		},
		mapping: { apiName, place, required, formerly, read },
	};
}

const optionalFields = new WeakMap<Field, Field>();

/** The same field where it can be left out; always the same one for a field. */
export function optional(field: Field): Field {
	const { property, mapping } = field;
	if (!mapping?.required) return field;
	const result = optionalFields.get(field) ?? {
		property: withoutRequired(property),
		mapping: { ...mapping, required: false },
	};
	optionalFields.set(field, result);
	return result;
}

/** A parameter that n8n lets a person leave empty; its rules forbid `required: false`. */
export function withoutRequired(property: INodeProperties): INodeProperties {
	const result = { ...property };
	delete result.required;
	return result;
}
