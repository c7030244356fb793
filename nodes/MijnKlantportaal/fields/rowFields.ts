import type { INodeParameters, INodeProperties, NodeParameterValue } from 'n8n-workflow';
import { type Column, toRows } from '../../shared/values/rows';
import type { Field, Mapping } from '../execution/field';
import { buildField, type FieldOptions, withoutRequired } from './buildField';

/** Several objects of one kind, each with the same fields. */
export interface RowOptions {
	/** One of them on the canvas: "Line". */
	displayName: string;
	/** The fields of each; what the API needs of each is `required`. */
	columns: readonly Field[];
	/** The sentence that tells how to give them. */
	remedy: string;
	/** How many the API takes. */
	most?: number;
}

interface RowsOptions extends FieldOptions {
	/** Name of a row in the workflow. */
	rowName: string;
	row: RowOptions;
	/** Reads them, where more than their columns has to be looked at. */
	read?: Mapping['read'];
	displayOptions?: INodeProperties['displayOptions'];
	/** Whether a new node begins with one row, to be filled in. */
	beginsWithRow?: boolean;
}

/** A parameter that holds rows, each filled in field by field. */
export function rows({
	rowName,
	row,
	read = rowReader(row),
	displayOptions,
	beginsWithRow = false,
	...options
}: RowsOptions): Field {
	return buildField(
		{ placeholder: `Add ${row.displayName}`, ...options },
		{
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			default: beginsWithRow ? { [rowName]: [newRow(row)] } : {},
			...(displayOptions === undefined ? {} : { displayOptions }),
			options: [
				{
					displayName: row.displayName,
					name: rowName,
					// What is missing in a row is told with its number, which n8n's own check does not know.
					values: row.columns.map(({ property }) => withoutRequired(property)),
				},
			],
		},
		(value, context) => read((value as Record<string, unknown>)[rowName], context),
	);
}

/** A row as a person gets it who adds one. */
function newRow({ columns }: RowOptions): INodeParameters {
	return Object.fromEntries(
		columns.map(({ property }) => [property.name, property.default as NodeParameterValue]),
	);
}

/**
 * Reads rows from an array of objects, one object, or JSON text of either, into what the API takes.
 * What it makes throws WrongValue that names the row (from 1) and its field.
 */
export function rowReader({ displayName, columns, remedy, most }: RowOptions): Mapping['read'] {
	const noun = displayName.toLowerCase();
	return (value, context) =>
		toRows(value, {
			noun,
			plural: `${noun}s`,
			columns: Object.fromEntries(
				columns.flatMap(({ property, mapping }): Array<[string, Column]> => {
					if (mapping === undefined) return [];
					const { required, read } = mapping;
					const { name, displayName: columnName } = property;
					const column = {
						displayName: columnName,
						required,
						read: (cell: unknown) => read(cell, context),
					};
					return [[name, column]];
				}),
			),
			remedy,
			most,
		});
}
