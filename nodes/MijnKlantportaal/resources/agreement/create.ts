import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { inputFiles, inputImage } from '../../fields/fileFields';
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
			displayName: 'Your Name',
			description: 'Name of the person who signs on behalf of your own company',
			placeholder: 'e.g. Nathan Smith',
			required: true,
		}),
		inputImage({
			name: 'signerSignatureData',
			displayName: 'Your Signature',
			description:
				'Name of the field of the input item that holds an image of the signature of that person. An expression may also give the image as data URL.',
			placeholder: 'e.g. signature',
			required: true,
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
		inputFiles('documents', 5, 'the documents that the signers read and sign in the portal'),
	],
};
