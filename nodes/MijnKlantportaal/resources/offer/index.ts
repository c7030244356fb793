import type { IDataObject } from 'n8n-workflow';
import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Calendar } from '../../execution/filter';
import type { Resource } from '../../execution/operation';
import { created, inState, issued, ofCustomer, withText } from '../../fields/listFilters';
import { getMany, getOne } from '../reading';
import { accept } from './accept';
import { create } from './create';
import { createManual } from './createManual';
import { simplified } from './fields';
import { reject } from './reject';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/get-customer-offer */
const get = getOne(portalObjects.offer, {
	description: 'Retrieve an offer, with its amount, dates and whether it was accepted',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-offers-api/list-customer-offers */
const getAll = getMany(portalObjects.offer, {
	description: 'Retrieve a list of offers',
	simplified,
	narrowedBy: [
		...created,
		ofCustomer,
		...issued,
		inState('Only what was accepted or rejected, or is open or expired without an answer', [
			{ name: 'Accepted', value: 'accepted', isIn: ({ acceptedAt }) => Boolean(acceptedAt) },
			{
				name: 'Expired',
				value: 'expired',
				isIn: (offered, calendar) => isUnanswered(offered) && isExpired(offered, calendar),
			},
			{
				name: 'Open',
				value: 'open',
				isIn: (offered, calendar) => isUnanswered(offered) && !isExpired(offered, calendar),
			},
			{ name: 'Rejected', value: 'rejected', isIn: ({ rejectedAt }) => Boolean(rejectedAt) },
		]),
		withText(['offerNumber'], 'the offer number'),
	],
});

/** Whether the customer has neither accepted nor rejected it. */
function isUnanswered({ acceptedAt, rejectedAt }: IDataObject): boolean {
	return !acceptedAt && !rejectedAt;
}

function isExpired({ expiresAt }: IDataObject, { today, dayOf }: Calendar): boolean {
	return (dayOf(expiresAt) ?? today) < today;
}

export const offer: Resource = {
	value: 'offer',
	object: portalObjects.offer,
	operations: [accept, create, createManual, get, getAll, reject],
};
