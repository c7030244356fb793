import { totalAmount } from '../../fields/amount';
import { updateFields } from '../../fields/collection';
import { packageId } from '../../fields/identifiers';
import { interval } from '../../fields/interval';
import { description, name } from '../../fields/texts';
import { vatRate } from '../../fields/vatRate';
import { changeRecovery, checkChange } from '../changes';
import type { Operation } from '../../execution/operation';
import { availableForSale } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/change-customer-subscription-package */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update subscription package',
	description: 'Change a subscription package',
	method: 'PATCH',
	url: '/customer-subscription-packages/{packageId}',
	scope: 'subscription.write',
	output: 'object',
	label: 'name',
	recovery: changeRecovery,
	check: checkChange,
	fields: [
		packageId,
		updateFields(name, interval, totalAmount, vatRate, description, availableForSale),
	],
};
