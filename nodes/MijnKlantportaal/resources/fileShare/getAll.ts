import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-share-api/list-file-shares */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many file shares',
	description: 'Retrieve a list of file shares',
	method: 'GET',
	url: '/file-shares',
	scope: 'fileshare.read',
	output: 'list',
	fields: paging,
};
