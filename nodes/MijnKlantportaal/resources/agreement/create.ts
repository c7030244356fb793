import { inputFiles } from '../../fields/file';
import { flag } from '../../fields/flag';
import { rows } from '../../fields/rows';
import { email, text } from '../../fields/text';
import { name } from '../../fields/texts';
import { toImage } from '../../../shared/values/image';
import { toSigners } from '../../../shared/values/signers';
import type { Operation } from '../../execution/operation';
import { checkDocuments } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/create-agreement */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create agreement',
	description: 'Send documents to the people who have to sign them (overeenkomst)',
	method: 'POST',
	url: '/agreements',
	scope: 'agreements.write',
	output: 'object',
	label: 'name',
	// What the list shows of an agreement is not documented.
	recovery: { kind: 'byPerson', lookFor: ['name'] },
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
			rowDisplayName: 'Signer',
			columns: [
				text({
					name: 'firstName',
					displayName: 'First Name',
					description: 'First name of the signer',
					placeholder: 'e.g. Nathan',
				}),
				text({
					name: 'lastName',
					displayName: 'Last Name',
					description: 'Last name of the signer',
					placeholder: 'e.g. Smith',
				}),
				email({
					name: 'email',
					displayName: 'Email',
					description: 'E-mail address of the signer',
				}),
				flag({
					name: 'shouldIdentify',
					displayName: 'Should Identify',
					description: 'Whether the signer has to prove who they are',
				}),
			],
			read: toSigners,
		}),
		inputFiles('documents', 5),
	],
};
