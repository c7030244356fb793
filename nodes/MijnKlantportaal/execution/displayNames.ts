import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';

/**
 * The parameter of an operation in which the user gave a field of the request, as the canvas shows it.
 * @param field What the API calls it in its errors: `dueAt`, `lines.0.vatRate`, `signers[1][email]`.
 */
export function displayNameOf(fields: readonly Field[], field: string): string | undefined {
	const [name = '', ...rest] = field.split(/[.[\]]+/).filter(Boolean);
	const owner = flatten(fields).find(
		({ property, mapping }) => mapping !== undefined && (mapping.apiName ?? property.name) === name,
	);
	if (owner === undefined) return undefined;
	const { displayName } = owner.property;
	const row = rest.find((part) => /^\d+$/.test(part));
	const column = columnsOf(owner.property).find((each) => each.name === rest.at(-1));
	return [
		displayName,
		row === undefined ? undefined : `(${Number(row) + 1})`,
		column === undefined ? undefined : `> ${column.displayName}`,
	]
		.filter((part) => part !== undefined)
		.join(' ');
}

/** Names of what an operation sends in the body, as the API knows them. */
export function bodyNamesOf(fields: readonly Field[]): string[] {
	return flatten(fields).flatMap(({ property, mapping }) =>
		mapping === undefined || (mapping.place ?? 'body') !== 'body'
			? []
			: [mapping.apiName ?? property.name],
	);
}

function flatten(fields: readonly Field[]): Field[] {
	return fields.flatMap((field) => [field, ...flatten(field.fields ?? [])]);
}

/** The fields of each row, where the parameter holds rows. */
function columnsOf({ options = [] }: INodeProperties): INodeProperties[] {
	return options.flatMap((option) => ('values' in option ? option.values : []));
}
