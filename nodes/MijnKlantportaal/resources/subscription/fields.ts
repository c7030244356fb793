import { text } from '../../fields/textFields';

/** What the customer pays for. */
export const subscriptionDescription = text({
	name: 'description',
	displayName: 'Description',
	description: 'What the subscription is for',
	placeholder: 'e.g. Contribution costs',
	required: true,
});

/** What Simplify keeps of a subscription: not the currency, the invoice options and the moment of making. */
export const simplified = [
	'id',
	'customerId',
	'description',
	'startsAt',
	'interval',
	'renewsAt',
	'amount',
	'vatRate',
	'status',
	'terminatedAt',
];
