import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { additionalFields } from '../../fields/collections';
import { idList, optionalCustomerId } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-share-api/create-file-share */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create file share',
	description: 'Share files and directories with a customer, or with anybody who has the link',
	method: 'POST',
	url: '/file-shares',
	scope: 'fileshare.write',
	output: 'object',
	recovery: {
		kind: 'none',
		reason: 'The same files may be shared more than once.',
		lookFor: ['content', 'customerId'],
	},
	fields: [
		idList({
			object: portalObjects.fileOrDirectory,
			name: 'content',
			displayName: 'File and Directory IDs',
			description:
				'IDs of the files and directories to share, such as fsf_abc12345def678, separated by commas, or an expression that gives an array',
			required: true,
		}),
		additionalFields(
			optionalCustomerId(
				'The customer to share with. Without one, anybody with the link has access.',
			),
		),
	],
};
