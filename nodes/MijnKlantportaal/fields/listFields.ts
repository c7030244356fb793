import type { Field } from '../execution/field';
import { flag } from './choiceFields';

const returnAll: Field = {
	property: {
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
};

const limit: Field = {
	property: {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
};

/** How much of a list is returned. */
export const paging: Field[] = [returnAll, limit];

/** Whether only the most used fields of the answer are returned. */
export const simplify = flag({
	name: 'simplify',
	displayName: 'Simplify',
	description: 'Whether to return a simplified version of the response instead of the raw data',
	place: 'filter',
	default: true,
});

/** Keeps Filters in nodes of lists that have none any more: what stood there counts where nothing else is given. */
export const formerFilters: Field = {
	property: {
		displayName: 'Filters',
		name: 'filters',
		type: 'hidden',
		default: {},
		description: 'What earlier versions of the node kept here',
	},
};
