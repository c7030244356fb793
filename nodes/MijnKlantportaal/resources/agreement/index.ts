import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { downloadDocument } from './downloadDocument';

/** What Simplify keeps of an agreement: not the images of signatures, and no checksums. */
const simplified = [
	'id',
	'name',
	'status',
	'signerName',
	{
		name: 'signers',
		from: 'signers',
		each: ['id', 'firstName', 'lastName', 'email', 'shouldIdentify', 'signedAt'],
	},
	{ name: 'documents', from: 'documents', each: ['id', 'documentName', 'fileSize'] },
	'createdAt',
];

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/get-agreement */
const get = getOne(portalObjects.agreement, {
	description: 'Retrieve an agreement with its signers and documents',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/list-agreements */
const getAll = getMany(portalObjects.agreement, { description: 'Retrieve a list of agreements' });

export const agreement: Resource = {
	value: 'agreement',
	object: portalObjects.agreement,
	operations: [create, downloadDocument, get, getAll],
};
