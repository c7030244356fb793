import { amount } from '../../fields/amount';
import { additionalFields } from '../../fields/collection';
import { inputFile } from '../../fields/file';
import { customerId } from '../../fields/identifiers';
import { moment } from '../../fields/moment';
import type { Operation } from '../operation';
import {
	acceptedViaIp,
	acceptedViaUserAgent,
	creation,
	expiresAt,
	issuedAt,
	offerNumber,
	sendNotification,
} from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/create-customer-offer */
export const create: Operation = {
	...creation,
	name: 'Create',
	value: 'create',
	action: 'Create offer',
	description: 'Add an offer (offerte) with its PDF to the portal of a customer',
	url: '/customer-offers',
	fields: [
		customerId,
		offerNumber,
		issuedAt,
		expiresAt,
		amount({
			name: 'amount',
			displayName: 'Amount',
			description: 'Amount of the offer in euros, such as 12.95 or "€ 1.234,56"',
			required: true,
		}),
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
