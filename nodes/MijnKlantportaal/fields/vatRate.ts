import type { INodeProperties } from 'n8n-workflow';
import { VAT_RATES } from '../values/vatRate';

/** The VAT percentage, as a choice. */
export const vatRate: INodeProperties = {
	displayName: 'VAT Rate',
	name: 'vatRate',
	type: 'options',
	options: VAT_RATES.map((rate) => ({ name: `${rate}%`, value: rate })),
	default: 21,
	description: 'VAT percentage. An expression has to give 0, 9 or 21.',
};
