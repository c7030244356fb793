import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany } from '../reading';
import { create } from './create';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-share-api/list-file-shares */
const getAll = getMany(portalObjects.fileShare, { description: 'Retrieve a list of file shares' });

export const fileShare: Resource = {
	value: 'fileShare',
	object: portalObjects.fileShare,
	operations: [create, getAll],
};
