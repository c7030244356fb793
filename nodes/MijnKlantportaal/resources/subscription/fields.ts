import { text } from '../../fields/textFields';

/** What the customer pays for. */
export const subscriptionDescription = text({
	name: 'description',
	displayName: 'Description',
	description: 'What the subscription is for',
	placeholder: 'e.g. Contribution costs',
	required: true,
});
