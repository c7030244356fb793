import { toLines } from '../values/lines';
import type { Field } from './field';
import { sendAs } from './send';
import { vatRate } from './vatRate';

const specifyLines: Field = () => ({
	displayName: 'Specify Lines',
	name: 'specifyLines',
	type: 'options',
	options: [
		{ name: 'Using Fields Below', value: 'fields' },
		{ name: 'Using JSON', value: 'json' },
	],
	default: 'fields',
	description: 'Whether to fill in the lines one by one, or to give all of them as JSON',
});

const lineFields: Field = (parent) => ({
	displayName: 'Lines',
	name: 'lines',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Line',
	default: {},
	required: true,
	displayOptions: { show: { specifyLines: ['fields'] } },
	description: 'The lines, each with its amount without VAT and its VAT rate',
	options: [
		{
			displayName: 'Line',
			name: 'line',
			values: [
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Website template',
					description: 'Text of the line',
				},
				{
					displayName: 'Amount Excl. VAT',
					name: 'amountExclVat',
					type: 'string',
					default: '',
					placeholder: 'e.g. 12.95',
					description: 'Amount of the line in euros, without VAT',
				},
				vatRate,
			],
		},
	],
	routing: {
		send: sendAs(
			{
				name: 'lines',
				displayName: 'Lines',
				required: true,
				read: (value) => toLines((value as { line?: unknown }).line),
			},
			parent,
		),
	},
});

const linesJson: Field = (parent) => ({
	displayName: 'Lines (JSON)',
	name: 'linesJson',
	type: 'json',
	default: '[\n  { "description": "Website template", "amountExclVat": "12.95", "vatRate": 21 }\n]',
	required: true,
	displayOptions: { show: { specifyLines: ['json'] } },
	description:
		'Array of lines. Each line has description, amountExclVat (in euros, without VAT) and vatRate (0, 9 or 21).',
	routing: {
		send: sendAs(
			{
				name: 'linesJson',
				apiName: 'lines',
				displayName: 'Lines (JSON)',
				required: true,
				read: toLines,
			},
			parent,
		),
	},
});

/** The lines of an invoice or an offer: filled in one by one, or given as JSON. */
export const lines: Field[] = [specifyLines, lineFields, linesJson];
