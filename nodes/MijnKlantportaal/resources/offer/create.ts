import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { issuedAt, moment } from '../../fields/dateFields';
import { inputFile } from '../../fields/fileFields';
import { customerId } from '../../fields/locators';
import { totalAmount } from '../../fields/numberFields';
import {
	acceptedViaIp,
	acceptedViaUserAgent,
	creation,
	expiresAt,
	offerNumber,
	sendNotification,
} from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/create-customer-offer */
export const create: WriteOperation = {
	...creation,
	name: 'Create',
	value: 'create',
	action: 'Create offer',
	description: 'Add an offer (offerte) with its PDF to the portal of a customer',
	url: '/customer-offers',
	recovery: { ...creation.recovery, fit: ['amount', ...creation.recovery.fit] },
	fields: [
		customerId,
		offerNumber,
		issuedAt,
		expiresAt,
		totalAmount,
		inputFile('pdf', { mustBePdf: true }),
		additionalFields(
			sendNotification,
			moment({
				name: 'acceptedAt',
				displayName: 'Accepted At',
				description: 'When the offer was accepted; leave out while it is open',
			}),
			acceptedViaIp,
			acceptedViaUserAgent,
			moment({
				name: 'rejectedAt',
				displayName: 'Rejected At',
				description: 'When the offer was rejected; leave out while it is open',
			}),
		),
	],
};
