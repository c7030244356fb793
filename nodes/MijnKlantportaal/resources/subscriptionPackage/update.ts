import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { interval } from '../../fields/choiceFields';
import { updateFields } from '../../fields/collections';
import { idInPath } from '../../fields/locators';
import { totalAmount, vatRate } from '../../fields/numberFields';
import { description, name } from '../../fields/textFields';
import { changeRecovery, checkChange } from '../changes';
import { availableForSale } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/change-customer-subscription-package */
export const update: WriteOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update subscription package',
	description: 'Change a subscription package',
	method: 'PATCH',
	url: '/customer-subscription-packages/{packageId}',
	scope: 'subscription.write',
	output: 'object',
	recovery: changeRecovery,
	check: checkChange,
	fields: [
		idInPath(portalObjects.subscriptionPackage),
		updateFields(name, interval, totalAmount, vatRate, description, availableForSale),
	],
};
