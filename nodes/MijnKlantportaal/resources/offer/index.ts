import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
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
});

export const offer: Resource = {
	value: 'offer',
	object: portalObjects.offer,
	operations: [accept, create, createManual, get, getAll, reject],
};
