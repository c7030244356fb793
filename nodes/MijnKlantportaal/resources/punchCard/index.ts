import { portalObjects } from '../../../shared/objects/portalObjects';
import type { ReadOperation, Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { simplified } from './fields';
import { stamp } from './stamp';
import { update } from './update';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/get-punch-card */
const get = getOne(portalObjects.punchCard, {
	description: 'Retrieve a punch card, with its price and number of punches',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/get-an-issued-punch-card */
const getIssued: ReadOperation = {
	...getOne(portalObjects.issuedPunchCard, {
		description: 'Retrieve a card that a customer has, with the punches left',
	}),
	name: 'Get Issued',
	value: 'getIssued',
};

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/list-punch-cards */
const getAll = getMany(portalObjects.punchCard, {
	description: 'Retrieve a list of punch cards',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/list-issued-cards-for-punch-card */
const getManyIssued: ReadOperation = {
	...getMany(portalObjects.issuedPunchCard, {
		description: 'Retrieve the cards of one kind that customers have',
	}),
	name: 'Get Many Issued',
	value: 'getManyIssued',
};

export const punchCard: Resource = {
	value: 'punchCard',
	object: portalObjects.punchCard,
	operations: [create, get, getIssued, getAll, getManyIssued, stamp, update],
};
