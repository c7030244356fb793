import type { Field } from '../execution/field';
import { buildField } from './buildField';
import { amount, vatRate } from './numberFields';
import { rowReader, type RowOptions, rows } from './rowFields';
import { text } from './textFields';

const line: RowOptions = {
	displayName: 'Line',
	columns: [
		text({
			name: 'description',
			displayName: 'Description',
			description: 'Text of the line',
			placeholder: 'e.g. Website template',
			required: true,
		}),
		amount({
			name: 'amountExclVat',
			displayName: 'Amount Excl. VAT',
			description: 'Amount of the line in euros, without VAT',
			required: true,
		}),
		vatRate,
	],
	remedy:
		'Give each line a description, amountExclVat and vatRate, for example [{ "description": "Website", "amountExclVat": "12.95", "vatRate": 21 }].',
};

const specifyLines: Field = {
	property: {
		displayName: 'Specify Lines',
		name: 'specifyLines',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'Whether to fill in the lines one by one, or to give all of them as JSON',
	},
};

const lineRows = rows({
	name: 'lines',
	displayName: 'Lines',
	description: 'The lines, each with its amount without VAT and its VAT rate',
	required: true,
	rowName: 'line',
	row: line,
	displayOptions: { show: { specifyLines: ['fields'] } },
});

const linesJson = buildField(
	{
		name: 'linesJson',
		apiName: 'lines',
		displayName: 'Lines (JSON)',
		description:
			'Array of lines. Each line has description, amountExclVat (in euros, without VAT) and vatRate (0, 9 or 21).',
		required: true,
	},
	{
		type: 'json',
		default:
			'[\n  { "description": "Website template", "amountExclVat": "12.95", "vatRate": 21 }\n]',
		displayOptions: { show: { specifyLines: ['json'] } },
	},
	rowReader(line),
);

/** The lines of an invoice or an offer: filled in one by one, or given as JSON. */
export const lines: Field[] = [specifyLines, lineRows, linesJson];
