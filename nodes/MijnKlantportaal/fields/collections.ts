import type { Field } from '../execution/field';
import { optional } from './buildField';

/** Optional parameters that a person adds one by one. */
function collection(
	name: string,
	displayName: string,
	placeholder: string,
	required: Field[],
): Field {
	const fields = required.map(optional);
	return {
		property: {
			displayName,
			name,
			type: 'collection',
			placeholder,
			default: {},
			options: fields.map(({ property }) => property),
		},
		fields,
	};
}

/** Optional fields of an operation that creates something. */
export function additionalFields(...fields: Field[]): Field {
	return collection('additionalFields', 'Additional Fields', 'Add Field', fields);
}

/** What a person tells an operation to change; at least one of them. */
export function updateFields(...fields: Field[]): Field {
	return collection('updateFields', 'Update Fields', 'Add Field', fields);
}

/** What narrows a list down. */
export function filters(...fields: Field[]): Field {
	return collection('filters', 'Filters', 'Add Filter', fields);
}
