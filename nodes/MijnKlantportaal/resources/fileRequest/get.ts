import { fileRequestId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-request-api/get-file-request */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get file request',
	description: 'Retrieve a file request, with what was handed in',
	method: 'GET',
	url: '/file-requests/{requestId}',
	scope: 'filerequest.read',
	output: 'object',
	fields: [fileRequestId],
};
