import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/list-agreements */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many agreements',
	description: 'Retrieve a list of agreements',
	method: 'GET',
	url: '/agreements',
	scope: 'agreements.read',
	output: 'list',
	fields: paging,
};
