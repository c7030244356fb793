import type { Field } from '../execution/field';

/** Whether only the most used fields of the answer are returned. */
export const simplify: Field = {
	property: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
};
