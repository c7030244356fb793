import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getOne } from '../reading';
import { download } from './download';
import { upload } from './upload';

/** https://docs.developers.mijnklantportaal.nl/api-reference/files-api/get-file-or-directory */
const get = getOne(portalObjects.fileOrDirectory, {
	description: 'Retrieve the name, kind and size of a file or directory',
});

export const file: Resource = {
	value: 'file',
	object: portalObjects.file,
	operations: [download, get, upload],
};
