import { additionalFields } from '../../fields/collection';
import { customerId } from '../../fields/identifiers';
import { issuedAt } from '../../fields/issuedAt';
import { lines } from '../../fields/lines';
import type { Operation } from '../../execution/operation';
import { creation, expiresAt, offerNumber, sendNotification } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/create-manual-customer-offer */
export const createManual: Operation = {
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
