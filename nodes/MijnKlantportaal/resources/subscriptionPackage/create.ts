import { totalAmount } from '../../fields/amount';
import { additionalFields } from '../../fields/collection';
import { interval } from '../../fields/interval';
import { description, name } from '../../fields/texts';
import { vatRate } from '../../fields/vatRate';
import type { Operation } from '../../execution/operation';
import { availableForSale } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/create-customer-subscription-package */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create subscription package',
	description: 'Add a package (abonnementspakket) that customers can be signed up for',
	method: 'POST',
	url: '/customer-subscription-packages',
	scope: 'subscription.write',
	output: 'object',
	label: 'name',
	recovery: {
		kind: 'inList',
		url: '/customer-subscription-packages',
		match: ['name', 'interval', 'vatRate'],
	},
	fields: [name, interval, totalAmount, vatRate, additionalFields(description, availableForSale)],
};
