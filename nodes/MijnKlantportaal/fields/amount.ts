import { toAmount } from '../../shared/values/amount';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/**
 * An amount in euros. A text parameter and not a number: n8n's number input has no notion of cents,
 * and "12,95" is what a Dutch spreadsheet hands over.
 */
export function amount(texts: FieldTexts): Field {
	return fieldOf(
		{ placeholder: 'e.g. 12.95', ...texts },
		{ type: 'string', default: '' },
		toAmount,
	);
}

/** The amount of an object that has one. */
export const totalAmount = amount({
	name: 'amount',
	displayName: 'Amount',
	description: 'Amount in euros, such as 12.95 or "€ 1.234,56"',
	required: true,
});
