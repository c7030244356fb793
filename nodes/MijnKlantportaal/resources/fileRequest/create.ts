import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { locator, optionalCustomerId } from '../../fields/locators';
import { wholeNumber } from '../../fields/numberFields';
import { rows } from '../../fields/rowFields';
import { name, text } from '../../fields/textFields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/file-request-api/create-file-request */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create file request',
	description: 'Ask a customer, or anybody with the link, to hand in files (bestandsverzoek)',
	method: 'POST',
	url: '/file-requests',
	scope: 'filerequest.write',
	output: 'object',
	recovery: {
		kind: 'search',
		match: ['name'],
		mayBeAnother: 'Several file requests may have that name.',
	},
	fields: [
		name,
		rows({
			name: 'requestedFiles',
			displayName: 'Requested Files',
			description: 'The files that are asked for, at most 10',
			required: true,
			rowName: 'requestedFile',
			row: {
				displayName: 'Requested File',
				// Which are required is not documented; nobody knows what to upload without a name (inferred).
				columns: [
					text({
						name: 'name',
						displayName: 'Name',
						description: 'What the file is',
						placeholder: 'e.g. Logo',
						required: true,
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
				remedy: 'Add a requested file with a name.',
				// Documented (docs/api-facts.md, Files and download addresses).
				most: 10,
			},
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
				'The customer who is asked. Without one, anybody with the link can upload.',
			),
			locator({
				object: portalObjects.directory,
				description: 'The directory to put the files in. Its ID, such as fsd_abc12345def678.',
			}),
		),
	],
};
