import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { inputFile } from '../../fields/fileFields';
import { locator } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/files-api/uploading-a-file-or-creating-a-directory */
export const upload: WriteOperation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload file',
	description: 'Put a file into the portal',
	method: 'POST',
	url: '/files',
	scope: 'files.write',
	output: 'object',
	recovery: { kind: 'none', reason: 'The API lists no files.', lookFor: ['file'] },
	fields: [
		inputFile('file', {
			mustBePdf: false,
			content:
				'the file. It is put among the files of the portal; to show it to a customer, share it with File Share > Create.',
		}),
		additionalFields(
			locator({
				object: portalObjects.directory,
				name: 'directory',
				description: 'The directory to put the file in. Its ID, such as fsd_abc12345def678.',
				place: 'query',
			}),
		),
	],
};
