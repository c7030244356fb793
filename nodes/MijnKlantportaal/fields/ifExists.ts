import type { Field } from '../execution/field';

/** What to do when what would be created is in the portal already. One parameter for all operations. */
export const ifExists: Field = {
	property: {
		displayName: 'If It Exists',
		name: 'ifExists',
		type: 'options',
		options: [
			{
				name: 'Create Another One',
				value: 'createAnother',
				description: 'Does not look: running again makes a second one',
			},
			{
				name: 'Output the Existing One',
				value: 'useExisting',
				description:
					'Makes nothing twice, also when the workflow runs again; alreadyExisted in the output tells which one it was',
			},
			{
				name: 'Refuse',
				value: 'refuse',
				description: 'Sends nothing when one of the items is in the portal already',
			},
		],
		default: 'createAnother',
		description:
			'What to do when it is in the portal already: an invoice or offer with that number for that customer, a customer with that e-mail address, another object with that name. Looking reads the list once for all items, one request for every 15 objects in it.',
	},
};
