import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { issuedAt } from '../../fields/dateFields';
import { lines } from '../../fields/lineFields';
import { customerId } from '../../fields/locators';
import { creation, expiresAt, offerNumber, sendNotification } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/create-manual-customer-offer */
export const createManual: WriteOperation = {
	...creation,
	name: 'Create From Lines',
	value: 'createManual',
	action: 'Create offer from lines',
	description: 'Let the portal make an offer (offerte) from its lines; no PDF is needed',
	url: '/customer-offers/manual',
	fields: [
		customerId,
		offerNumber,
		issuedAt,
		expiresAt,
		...lines,
		additionalFields(sendNotification),
	],
};
