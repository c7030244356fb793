import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { interval } from '../../fields/choiceFields';
import { updateFields } from '../../fields/collections';
import { moment } from '../../fields/dateFields';
import { idInPath } from '../../fields/locators';
import { totalAmount, vatRate } from '../../fields/numberFields';
import { changeRecovery, checkChange } from '../changes';
import { subscriptionDescription } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/change-customer-subscription */
export const update: WriteOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update subscription',
	description: 'Change a subscription, or end it with Terminated At',
	method: 'PATCH',
	url: '/customer-subscriptions/{subscriptionId}',
	scope: 'subscription.write',
	output: 'object',
	recovery: changeRecovery,
	check: checkChange,
	fields: [
		idInPath(portalObjects.subscription),
		updateFields(
			subscriptionDescription,
			interval,
			totalAmount,
			vatRate,
			moment({
				name: 'terminatedAt',
				displayName: 'Terminated At',
				description:
					'When the subscription ends or ended, such as 2026-12-31 14:30:00 or {{ $now }}; ends it',
			}),
		),
	],
};
