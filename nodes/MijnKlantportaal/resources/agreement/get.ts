import { agreementId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/get-agreement */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get agreement',
	description: 'Retrieve an agreement with its signers and documents',
	method: 'GET',
	url: '/agreements/{agreementId}',
	scope: 'agreements.read',
	output: 'object',
	fields: [agreementId],
};
