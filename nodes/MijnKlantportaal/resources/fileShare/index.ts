import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany } from '../reading';
import { create } from './create';

/** What Simplify keeps of a file share: its address without what is around it. */
const simplified = [
	'id',
	'sharedWithCustomerId',
	'sharedContent',
	'createdAt',
	{ name: 'shareUrl', from: 'links.publicShare.href' },
];

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-share-api/list-file-shares */
const getAll = getMany(portalObjects.fileShare, {
	description: 'Retrieve a list of file shares',
	simplified,
});

export const fileShare: Resource = {
	value: 'fileShare',
	object: portalObjects.fileShare,
	operations: [create, getAll],
};
