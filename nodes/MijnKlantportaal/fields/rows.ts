import type { INodeProperties } from 'n8n-workflow';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/** Several objects of one kind, each filled in as a row of fields. */
interface RowsTexts extends FieldTexts {
	/** Name of a row in the workflow. */
	rowName: string;
	/** Name of a row on the canvas. */
	rowDisplayName: string;
	columns: readonly Field[];
	/**
	 * Turns the rows into what the API takes.
	 * @throws WrongValue
	 */
	read: (rows: unknown) => unknown;
	displayOptions?: INodeProperties['displayOptions'];
}

/** A parameter that holds rows. */
export function rows(texts: RowsTexts): Field {
	const { rowName, rowDisplayName, columns, displayOptions, read } = texts;
	return fieldOf(
		{ placeholder: `Add ${rowDisplayName}`, ...texts },
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			default: {},
			...(displayOptions === undefined ? {} : { displayOptions }),
			options: [
				{
					displayName: rowDisplayName,
					name: rowName,
					values: columns.map(({ property }) => property),
				},
			],
		},
		(value) => read((value as Record<string, unknown>)[rowName]),
	);
}
