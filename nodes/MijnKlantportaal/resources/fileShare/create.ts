import { additionalFields } from '../../fields/collection';
import { identifierList } from '../../fields/identifierList';
import { FILE_OR_DIRECTORY, optionalCustomerId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-share-api/create-file-share */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create file share',
	description: 'Share files and directories with a customer, or with anybody who has the link',
	method: 'POST',
	url: '/file-shares',
	scope: 'fileshare.write',
	output: 'object',
	recovery: { kind: 'byPerson', lookFor: ['content', 'customerId'] },
	fields: [
		identifierList({
			...FILE_OR_DIRECTORY,
			name: 'content',
			displayName: 'File and Directory IDs',
			description:
				'IDs of the files and directories to share, such as fsf_abc12345def678, separated by commas, or an expression that gives an array',
			required: true,
		}),
		additionalFields(
			optionalCustomerId(
				'The customer to share with. Pick one, or give its ID, such as cst_abc12345def678. Without one, anybody with the link has access.',
			),
		),
	],
};
