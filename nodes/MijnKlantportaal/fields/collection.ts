import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';

/** Optional parameters that a person adds one by one. */
function collection(
	name: string,
	displayName: string,
	placeholder: string,
	fields: Field[],
): Field {
	return () => ({
		displayName,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options: fields.map((field) => field(name)).sort(byDisplayName),
	});
}

/** Optional fields of an operation that creates something. */
export function additionalFields(...fields: Field[]): Field {
	return collection('additionalFields', 'Additional Fields', 'Add Field', fields);
}

function byDisplayName(left: INodeProperties, right: INodeProperties): number {
	return left.displayName.localeCompare(right.displayName, 'en');
}
