import { totalAmount } from '../../fields/amount';
import { updateFields } from '../../fields/collection';
import { subscriptionId } from '../../fields/identifiers';
import { interval } from '../../fields/interval';
import { moment } from '../../fields/moment';
import { vatRate } from '../../fields/vatRate';
import { changeRecovery, checkChange } from '../changes';
import type { Operation } from '../../execution/operation';
import { subscriptionDescription } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscriptions-api/change-customer-subscription */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update subscription',
	description: 'Change a subscription, or end it with Terminated At',
	method: 'PATCH',
	url: '/customer-subscriptions/{subscriptionId}',
	scope: 'subscription.write',
	output: 'object',
	label: 'description',
	recovery: changeRecovery,
	check: checkChange,
	fields: [
		subscriptionId,
		updateFields(
			subscriptionDescription,
			interval,
			totalAmount,
			vatRate,
			moment({
				name: 'terminatedAt',
				displayName: 'Terminated At',
				description:
					'When the subscription ends or ended, such as 2026-12-31 14:30 or {{ $now }}; ends it',
			}),
		),
	],
};
