import { outputFile } from '../../fields/file';
import { fileId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/files-api/download-file */
export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download file',
	description: 'Download a file into a binary field',
	method: 'GET',
	url: '/files/{fileId}/download',
	scope: 'files.read',
	output: 'file',
	fields: [fileId, outputFile],
};
