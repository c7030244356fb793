import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { moment } from '../../fields/dateFields';
import { inputFile } from '../../fields/fileFields';
import { ifExists } from '../../fields/ifExists';
import { customerId } from '../../fields/locators';
import { formerSendNotification, sendNotification } from '../../fields/notification';
import { documentAmount } from '../../fields/numberFields';
import {
	acceptedViaIp,
	acceptedViaUserAgent,
	creation,
	expiresAt,
	offerDate,
	offerNumber,
} from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/create-customer-offer */
export const create: WriteOperation = {
	...creation,
	name: 'Create',
	value: 'create',
	action: 'Create offer with PDF',
	description: 'Add an offer (offerte) with its PDF to the portal of a customer',
	url: '/customer-offers',
	recovery: { ...creation.recovery, fit: ['amount', ...creation.recovery.fit] },
	// Where lines are sent, whether the list's amount includes VAT is not documented (docs/api-facts.md).
	existing: { ...creation.existing, agreeing: ['amount', ...creation.existing.agreeing] },
	fields: [
		customerId,
		offerNumber,
		offerDate,
		expiresAt,
		documentAmount,
		inputFile('pdf', {
			mustBePdf: true,
			content: 'the PDF of the offer, which the customer opens in the portal',
		}),
		ifExists,
		sendNotification,
		additionalFields(
			formerSendNotification,
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
