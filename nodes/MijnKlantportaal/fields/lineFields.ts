import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type GivenLine, sentLinesOf } from '../../shared/values/invoiceLines';
import { WrongValue } from '../../shared/values/wrongValue';
import { visibleText } from '../../shared/values/visibleText';
import type { Field, Mapping } from '../execution/field';
import type { WriteOperation } from '../execution/operation';
import { buildField } from './buildField';
import { choice } from './choiceFields';
import { amount, quantity, vatRate } from './numberFields';
import { rowReader, type RowOptions, rows } from './rowFields';
import { text } from './textFields';

const SPECIFY_LINES = 'specifyLines';
const ROWS = 'rows';
const LINE_AMOUNTS = 'lineAmounts';

const lineAmounts = choice({
	name: LINE_AMOUNTS,
	displayName: 'Line Amounts',
	description:
		'Whether the amounts of the lines are without VAT or include it. The portal takes amounts without VAT: from amounts including VAT they are worked out so that the total stays the same, wherever whole cents allow it.',
	options: [
		{ name: 'Without VAT', value: 'exclVat' },
		{ name: 'Including VAT', value: 'inclVat' },
	],
	required: true,
});

const amountExclVat = amount({
	name: 'amountExclVat',
	displayName: 'Amount Excl. VAT',
	description: 'Amount of one in euros, without VAT',
});

const amountInclVat = amount({
	name: 'amountInclVat',
	displayName: 'Amount Incl. VAT',
	description: 'Amount of one in euros, with VAT',
});

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
		quantity,
		shownWith(amountExclVat, 'exclVat'),
		shownWith(amountInclVat, 'inclVat'),
		vatRate,
	],
	remedy: fieldsRemedy(amountExclVat.property),
};

/** The column of a line, shown for one choice of Line Amounts. */
function shownWith({ property, mapping }: Field, choiceOfAmounts: string): Field {
	const displayOptions = { show: { [`/${LINE_AMOUNTS}`]: [choiceOfAmounts] } };
	return { property: { ...property, displayOptions }, mapping };
}

function fieldsRemedy({ displayName }: INodeProperties): string {
	return `Click Add Line, and fill in Description, ${displayName} and VAT Rate of each line.`;
}

function jsonRemedy({ name }: INodeProperties): string {
	return `Give each line a description, ${name} and vatRate, for example [{ "description": "Website", "${name}": "12.95", "vatRate": 21 }].`;
}

const withoutVat = { choice: 'Without VAT', field: 'amountExclVat', ...amountExclVat } as const;
const withVat = { choice: 'Including VAT', field: 'amountInclVat', ...amountInclVat } as const;

/**
 * Reads lines, each with the amount that Line Amounts asks for.
 * What it makes throws WrongValue that names the line (from 1) and its field.
 * @param nameIn What the amounts are called where the lines are given: in JSON, or on the canvas.
 */
function lineReader(nameIn: 'name' | 'displayName'): Mapping['read'] {
	return (value, context) => {
		const choiceOfAmounts = visibleText(String(context.getNodeParameter(LINE_AMOUNTS, 'exclVat')));
		const [wanted, other] =
			choiceOfAmounts === 'inclVat' ? [withVat, withoutVat] : [withoutVat, withVat];
		const remedy = (nameIn === 'name' ? jsonRemedy : fieldsRemedy)(wanted.property);
		const given = rowReader({ ...line, remedy })(value, context) as GivenLine[];
		given.forEach((row, index) => {
			const place = `line ${index + 1}`;
			// It would be read as the other kind, or be lost in silence.
			if (row[other.field] !== undefined) {
				throw new WrongValue(
					`has ${other.property.displayName} in ${place}, where Line Amounts is "${wanted.choice}"`,
					`Give ${wanted.property[nameIn]} instead of ${other.property[nameIn]}, in all lines, or choose "${other.choice}" in Line Amounts.`,
				);
			}
			if (row[wanted.field] !== undefined) return;
			throw new WrongValue(`has no ${wanted.property.displayName} in ${place}`, remedy);
		});
		return given;
	};
}

const specifyLines = choice({
	name: SPECIFY_LINES,
	displayName: 'Specify Lines',
	description:
		'Whether to fill in the lines one by one, to put them together from several input items, or to give all of them as JSON',
	options: [
		{ name: 'Using Fields Below', value: 'fields' },
		{
			name: 'From Rows With the Same Number',
			value: ROWS,
			description:
				'Input items with the same customer and number become one; each adds the lines that it fills in below',
		},
		{ name: 'Using JSON', value: 'json' },
	],
	required: true,
});

const lineRows = rows({
	name: 'lines',
	displayName: 'Lines',
	description: 'The lines, each with its amount and its VAT rate',
	required: true,
	rowName: 'line',
	row: line,
	read: lineReader('displayName'),
	beginsWithRow: true,
	displayOptions: { show: { [SPECIFY_LINES]: ['fields', ROWS] } },
});

/** Shown with the example that fits what is chosen in Line Amounts. */
function linesJson(amountName: string, amountMeaning: string, choiceOfAmounts: string): Field {
	return buildField(
		{
			name: 'linesJson',
			apiName: 'lines',
			displayName: 'Lines (JSON)',
			description: `Array of lines. Each line has description, ${amountName} (in euros, ${amountMeaning} VAT) and vatRate (0, 9 or 21); it may have a quantity.`,
			required: true,
		},
		{
			type: 'json',
			default: `[\n  { "description": "Website template", "${amountName}": "12.95", "vatRate": 21 }\n]`,
			displayOptions: { show: { [SPECIFY_LINES]: ['json'], [LINE_AMOUNTS]: [choiceOfAmounts] } },
		},
		lineReader('name'),
	);
}

/** The lines of an invoice or an offer: filled in one by one, or given as JSON. */
export const lines: Field[] = [
	specifyLines,
	lineAmounts,
	lineRows,
	linesJson('amountExclVat', 'without', 'exclVat'),
	linesJson('amountInclVat', 'including', 'inclVat'),
];

/**
 * What an invoice and an offer from lines have in common.
 * @param number Name in the API of its number.
 */
export function fromLines(
	number: string,
): Required<Pick<WriteOperation, 'complete' | 'added' | 'joining'>> {
	return {
		complete: (body) => {
			const { lines: sent, totals } = sentLinesOf(body.lines as unknown as GivenLine[]);
			const request: IDataObject = { ...body, lines: sent as unknown as IDataObject[] };
			delete request.specifyLines;
			delete request.lineAmounts;
			return { body: request, added: { ...totals } };
		},
		added: ['totalInclVatGiven', 'totalInclVatReached'],
		joining: {
			parameter: SPECIFY_LINES,
			value: ROWS,
			number,
			customer: 'customerId',
			lines: 'lines',
		},
	};
}
