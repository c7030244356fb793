import type { WriteOperation } from '../../execution/operation';
import { interval } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { ifExists } from '../../fields/ifExists';
import { totalAmount, vatRate } from '../../fields/numberFields';
import { description, name } from '../../fields/textFields';
import { availableForSale } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/create-customer-subscription-package */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create subscription package',
	description: 'Add a package (abonnementspakket) that customers can be signed up for',
	method: 'POST',
	url: '/customer-subscription-packages',
	scope: 'subscription.write',
	output: 'object',
	recovery: {
		kind: 'search',
		match: ['name', 'interval', 'vatRate'],
	},
	existing: { key: ['name'], agreeing: ['amount', 'interval', 'vatRate'] },
	fields: [
		name,
		interval,
		totalAmount,
		vatRate,
		ifExists,
		additionalFields(description, availableForSale),
	],
};
