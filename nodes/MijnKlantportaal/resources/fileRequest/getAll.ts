import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-request-api/list-file-requests */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many file requests',
	description: 'Retrieve a list of file requests',
	method: 'GET',
	url: '/file-requests',
	scope: 'filerequest.read',
	output: 'list',
	fields: paging,
};
