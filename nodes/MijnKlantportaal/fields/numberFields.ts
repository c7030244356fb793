import { toAmount } from '../../shared/values/amount';
import { toQuantity } from '../../shared/values/quantity';
import { toVatRate, VAT_RATES } from '../../shared/values/vatRate';
import { toWholeNumber } from '../../shared/values/wholeNumber';
import type { Field } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';

/**
 * An amount in euros. A text parameter and not a number: n8n's number input has no notion of cents,
 * and "12,95" is what a Dutch spreadsheet hands over.
 */
export function amount(options: FieldOptions): Field {
	return buildField(
		{ placeholder: 'e.g. 12.95', ...options },
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

/**
 * The amount of a document that comes as PDF. That it is the one with VAT is inferred: the API asks for no
 * VAT rate beside it, and lets the customer pay it.
 */
export const documentAmount = amount({
	name: 'amount',
	displayName: 'Amount Incl. VAT',
	description: 'Amount to pay, as on the PDF, in euros with VAT, such as 12.95 or "€ 1.234,56"',
	required: true,
});

/** How many of what a line is about. A text parameter for the same reason as an amount. */
export const quantity = buildField(
	{
		name: 'quantity',
		displayName: 'Quantity',
		description:
			'How many of it, such as 2 or 1,5; empty is 1. The portal has no such field: amount × quantity is sent, and the description stays as given.',
		placeholder: 'e.g. 2',
	},
	{ type: 'string', default: '1' },
	toQuantity,
);

/** The VAT percentage, as a choice. */
export const vatRate = buildField(
	{
		name: 'vatRate',
		displayName: 'VAT Rate',
		description: 'VAT percentage. An expression has to give 0, 9 or 21.',
		required: true,
	},
	{
		type: 'options',
		options: VAT_RATES.map((rate) => ({ name: `${rate}%`, value: rate })),
		default: 21,
	},
	toVatRate,
);

/** A whole number above zero. */
export function wholeNumber(options: FieldOptions & { default: number | '' }): Field {
	return buildField(
		options,
		{
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: options.default,
		},
		toWholeNumber,
	);
}
