import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { idInPath } from '../../fields/locators';
import { company, email } from '../../fields/textFields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/sign-up-a-non-customer-for-a-customer-subscription-package */
export const signUpNonCustomer: WriteOperation = {
	name: 'Sign Up Non-Customer',
	value: 'signUpNonCustomer',
	action: 'Sign up non customer for subscription package',
	description:
		'Sign somebody up who is no customer yet; outputs the address for the first payment, which starts the subscription',
	method: 'POST',
	// The slash at the end is what tells it from signing up a customer (docs/api-facts.md, Inferred).
	url: '/customer-subscription-packages/{packageId}/sign-up/',
	scope: 'subscription.write',
	output: 'object',
	recovery: {
		kind: 'none',
		reason: 'The API lists no sign-ups.',
		noun: 'sign-up',
		lookFor: ['companyName', 'email'],
	},
	fields: [
		idInPath(portalObjects.subscriptionPackage),
		...company,
		email({
			name: 'email',
			displayName: 'Email',
			description: 'E-mail address of the new customer; notifications go here',
			required: true,
		}),
	],
};
