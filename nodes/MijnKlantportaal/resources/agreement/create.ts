import { toImage } from '../../../shared/values/image';
import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { inputFiles } from '../../fields/fileFields';
import { rows } from '../../fields/rowFields';
import { email, name, text } from '../../fields/textFields';
import { checkDocuments } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/create-agreement */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create agreement',
	description: 'Send documents to the people who have to sign them (overeenkomst)',
	method: 'POST',
	url: '/agreements',
	scope: 'agreements.write',
	output: 'object',
	recovery: {
		kind: 'none',
		reason: 'What the API lists of an agreement is not documented.',
		lookFor: ['name'],
	},
	check: checkDocuments,
	fields: [
		name,
		text({
			name: 'signerName',
			displayName: 'Signer Name',
			description: 'Person who signs on behalf of your own company',
			placeholder: 'e.g. Nathan Smith',
			required: true,
		}),
		text({
			name: 'signerSignatureData',
			displayName: 'Signer Signature Data',
			description:
				'Image of the signature of that person as data URL, such as data:image/png;base64,iVBORw0KGgo=',
			placeholder: 'e.g. data:image/png;base64,iVBORw0KGgo=',
			required: true,
			read: toImage,
		}),
		rows({
			name: 'signers',
			displayName: 'Signers',
			description: 'The people who have to sign, at most 5',
			required: true,
			rowName: 'signer',
			row: {
				displayName: 'Signer',
				// Which are required is not documented; nobody can be invited without these (inferred).
				columns: [
					text({
						name: 'firstName',
						displayName: 'First Name',
						description: 'First name of the signer',
						placeholder: 'e.g. Nathan',
						required: true,
					}),
					text({
						name: 'lastName',
						displayName: 'Last Name',
						description: 'Last name of the signer',
						placeholder: 'e.g. Smith',
						required: true,
					}),
					email({
						name: 'email',
						displayName: 'Email',
						description: 'E-mail address of the signer',
						required: true,
					}),
					flag({
						name: 'shouldIdentify',
						displayName: 'Should Identify',
						description: 'Whether the signer has to prove who they are',
					}),
				],
				remedy: 'Add a signer with first name, last name and e-mail address.',
				// Documented (docs/api-facts.md, Files and download addresses).
				most: 5,
			},
		}),
		inputFiles('documents', 5),
	],
};
