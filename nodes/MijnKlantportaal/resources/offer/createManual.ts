import type { WriteOperation } from '../../execution/operation';
import { ifExists } from '../../fields/ifExists';
import { fromLines, lines } from '../../fields/lineFields';
import { customerId } from '../../fields/locators';
import { formerAdditionalFields, sendNotification } from '../../fields/notification';
import { creation, expiresAt, offerDate, offerNumber } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/create-manual-customer-offer */
export const createManual: WriteOperation = {
	...creation,
	...fromLines('offerNumber'),
	name: 'Create From Lines',
	value: 'createManual',
	action: 'Create offer from lines',
	description: 'Let the portal make an offer (offerte) from its lines; no PDF is needed',
	url: '/customer-offers/manual',
	fields: [
		customerId,
		offerNumber,
		offerDate,
		expiresAt,
		...lines,
		ifExists,
		sendNotification,
		formerAdditionalFields,
	],
};
