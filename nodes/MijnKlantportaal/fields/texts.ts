import { text } from './text';

/** What a person recognises an object by. */
export const name = text({
	name: 'name',
	displayName: 'Name',
	description: 'Name to recognise it by in the portal',
	required: true,
});

/** What a person has to know of a subscription package or a punch card. */
export const description = text({
	name: 'description',
	displayName: 'Description',
	description: 'More about it, for the customer to read',
	placeholder: 'e.g. 1 GB and 300 minutes a month',
	rows: 3,
});
