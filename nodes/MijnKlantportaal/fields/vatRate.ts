import { toVatRate, VAT_RATES } from '../../shared/values/vatRate';
import { fieldOf } from '../execution/field';

/** The VAT percentage, as a choice. */
export const vatRate = fieldOf(
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
