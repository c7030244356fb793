import { additionalFields } from '../../fields/collection';
import { flag } from '../../fields/flag';
import { identifier } from '../../fields/identifier';
import { DIRECTORY, optionalCustomerId } from '../../fields/identifiers';
import { rows } from '../../fields/rows';
import { text } from '../../fields/text';
import { name } from '../../fields/texts';
import { wholeNumber } from '../../fields/wholeNumber';
import { toRequestedFiles } from '../../../shared/values/requestedFiles';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-request-api/create-file-request */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create file request',
	description: 'Ask a customer, or anybody with the link, to hand in files (bestandsverzoek)',
	method: 'POST',
	url: '/file-requests',
	scope: 'filerequest.write',
	output: 'object',
	label: 'name',
	// The same is asked of a customer again and again, once a year.
	recovery: { kind: 'byPerson', lookFor: ['name', 'customerId'] },
	fields: [
		name,
		rows({
			name: 'requestedFiles',
			displayName: 'Requested Files',
			description: 'The files that are asked for, at most 10',
			required: true,
			rowName: 'requestedFile',
			rowDisplayName: 'Requested File',
			columns: [
				text({
					name: 'name',
					displayName: 'Name',
					description: 'What the file is',
					placeholder: 'e.g. Logo',
				}),
				text({
					name: 'description',
					displayName: 'Description',
					description: 'More about the file, for the person who uploads it',
					placeholder: 'e.g. The logo to put on your website',
				}),
				flag({
					name: 'required',
					displayName: 'Required',
					description: 'Whether the file has to be handed in',
				}),
				wholeNumber({
					name: 'maxFileSize',
					displayName: 'Max File Size',
					description:
						'Largest size that is taken. The documentation names no unit; its example is 10240.',
					placeholder: 'e.g. 10240',
					default: '',
				}),
			],
			read: toRequestedFiles,
		}),
		additionalFields(
			text({
				name: 'description',
				displayName: 'Description',
				description: 'Why the files are needed; shown to the person who uploads them',
				placeholder: 'e.g. We need these files to renew your contract',
				rows: 3,
			}),
			optionalCustomerId(
				'The customer who is asked. Pick one, or give its ID, such as cst_abc12345def678. Without one, anybody with the link can upload.',
			),
			identifier({
				...DIRECTORY,
				name: 'directoryId',
				displayName: 'Directory',
				description: 'The directory to put the files in. Its ID, such as fsd_abc12345def678.',
			}),
		),
	],
};
