import { toAmount } from './amount';
import { type RowKind, toRows } from './rows';
import { toText } from './text';
import { toVatRate } from './vatRate';

/** A line of an invoice or an offer, as the API takes it. */
export interface Line {
	description: string;
	amountExclVat: string;
	vatRate: number;
}

const LINES: RowKind<keyof Line> = {
	noun: 'line',
	plural: 'lines',
	columns: {
		description: { displayName: 'Description', required: true, read: toText },
		amountExclVat: { displayName: 'Amount Excl. VAT', required: true, read: toAmount },
		vatRate: { displayName: 'VAT Rate', required: true, read: toVatRate },
	},
	remedy:
		'Give each line a description, amountExclVat and vatRate, for example [{ "description": "Website", "amountExclVat": "12.95", "vatRate": 21 }].',
};

/**
 * The lines of an invoice or an offer.
 * @param value Array of objects, one object, or JSON text of either.
 * @throws WrongValue that names the line (from 1) and the field.
 */
export function toLines(value: unknown): Line[] {
	return toRows(value, LINES) as Line[];
}
