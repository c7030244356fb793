import { fileOrDirId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/files-api/get-file-or-directory */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get file or directory',
	description: 'Retrieve the name, kind and size of a file or directory',
	method: 'GET',
	url: '/files/{fileOrDirId}',
	scope: 'files.read',
	output: 'object',
	fields: [fileOrDirId],
};
