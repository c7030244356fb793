import type { INodeProperties } from 'n8n-workflow';

/**
 * A parameter together with the way its value travels. It becomes a property when it is known where on
 * the canvas it stands.
 * @param parent Name of the collection it stands in; none for a parameter of its own.
 */
export type Field = (parent?: string) => INodeProperties;

/** What the author of an operation says about a parameter. */
export interface FieldTexts {
	/** Name in the API and in the workflow. */
	name: string;
	/** Name on the canvas. */
	displayName: string;
	description: string;
	placeholder?: string;
	/** Whether the API needs it: an empty value is refused before sending. */
	required?: boolean;
}

/** The part of a property that comes straight from its texts. */
export function propertyOf({
	name,
	displayName,
	description,
	placeholder,
	required,
}: FieldTexts): Pick<
	INodeProperties,
	'name' | 'displayName' | 'description' | 'placeholder' | 'required'
> {
	return {
		displayName,
		name,
		description,
		...(placeholder === undefined ? {} : { placeholder }),
		...(required ? { required } : {}),
	};
}
