import { toLines } from '../../shared/values/lines';
import { amount } from './amount';
import { type Field, fieldOf, optional } from '../execution/field';
import { rows } from './rows';
import { text } from './text';
import { vatRate } from './vatRate';

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

const lineFields = rows({
	name: 'lines',
	displayName: 'Lines',
	description: 'The lines, each with its amount without VAT and its VAT rate',
	required: true,
	rowName: 'line',
	rowDisplayName: 'Line',
	columns: [
		text({
			name: 'description',
			displayName: 'Description',
			description: 'Text of the line',
			placeholder: 'e.g. Website template',
		}),
		amount({
			name: 'amountExclVat',
			displayName: 'Amount Excl. VAT',
			description: 'Amount of the line in euros, without VAT',
		}),
		optional(vatRate),
	],
	read: toLines,
	displayOptions: { show: { specifyLines: ['fields'] } },
});

const linesJson = fieldOf(
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
	toLines,
);

/** The lines of an invoice or an offer: filled in one by one, or given as JSON. */
export const lines: Field[] = [specifyLines, lineFields, linesJson];
