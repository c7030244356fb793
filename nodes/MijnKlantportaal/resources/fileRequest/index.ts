import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';

/** What Simplify keeps of a file request: the address to upload at without what is around it. */
const simplified = [
	'id',
	'name',
	'description',
	'directoryId',
	'customerId',
	'requestedFiles',
	'completedAt',
	'createdAt',
	{ name: 'uploadUrl', from: 'links.publicRequest.href' },
];

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-request-api/get-file-request */
const get = getOne(portalObjects.fileRequest, {
	description: 'Retrieve a file request, with what was handed in',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-request-api/list-file-requests */
const getAll = getMany(portalObjects.fileRequest, {
	description: 'Retrieve a list of file requests',
	simplified,
});

export const fileRequest: Resource = {
	value: 'fileRequest',
	object: portalObjects.fileRequest,
	operations: [create, get, getAll],
};
