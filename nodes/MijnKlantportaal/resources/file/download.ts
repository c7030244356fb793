import { portalObjects } from '../../../shared/objects/portalObjects';
import type { ReadOperation } from '../../execution/operation';
import { outputFile } from '../../fields/fileFields';
import { idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/files-api/download-file */
export const download: ReadOperation = {
	name: 'Download',
	value: 'download',
	action: 'Download file',
	description: 'Download a file into a binary field',
	method: 'GET',
	url: '/files/{fileId}/download',
	scope: 'files.read',
	output: 'file',
	fields: [idInPath(portalObjects.file), outputFile],
};
