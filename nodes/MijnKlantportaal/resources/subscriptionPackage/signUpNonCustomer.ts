import { company } from '../../fields/company';
import { packageId } from '../../fields/identifiers';
import { email } from '../../fields/text';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/sign-up-a-non-customer-for-a-customer-subscription-package */
export const signUpNonCustomer: Operation = {
	name: 'Sign Up Non-Customer',
	value: 'signUpNonCustomer',
	action: 'Sign up non customer for subscription package',
	description:
		'Sign somebody up who is no customer yet; outputs the address for the first payment, which starts the subscription',
	method: 'POST',
	// The slash at the end is what tells it from signing up a customer (guide, 13.3).
	url: '/customer-subscription-packages/{packageId}/sign-up/',
	scope: 'subscription.write',
	output: 'object',
	recovery: { kind: 'byPerson', noun: 'sign-up', lookFor: ['companyName', 'email'] },
	fields: [
		packageId,
		...company,
		email({
			name: 'email',
			displayName: 'Email',
			description: 'E-mail address of the new customer; notifications go here',
			required: true,
		}),
	],
};
