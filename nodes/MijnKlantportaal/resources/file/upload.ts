import { additionalFields } from '../../fields/collection';
import { inputFile } from '../../fields/file';
import { identifier } from '../../fields/identifier';
import { DIRECTORY } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/files-api/uploading-a-file-or-creating-a-directory */
export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload file',
	description: 'Put a file into the portal',
	method: 'POST',
	url: '/files',
	scope: 'files.write',
	output: 'object',
	label: 'name',
	// The API lists no files.
	recovery: { kind: 'byPerson', lookFor: ['file'] },
	fields: [
		inputFile('file', { mustBePdf: false }),
		additionalFields(
			identifier({
				...DIRECTORY,
				name: 'directory',
				displayName: 'Directory',
				description: 'The directory to put the file in. Its ID, such as fsd_abc12345def678.',
				place: 'query',
			}),
		),
	],
};
