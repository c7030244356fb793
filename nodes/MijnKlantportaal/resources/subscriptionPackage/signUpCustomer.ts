import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { flag } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { day } from '../../fields/dateFields';
import { customerId, idInPath, locator } from '../../fields/locators';
import { text } from '../../fields/textFields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-subscription-packages-api/sign-up-a-customer-for-a-customer-subscription-package */
export const signUpCustomer: WriteOperation = {
	name: 'Sign Up Customer',
	value: 'signUpCustomer',
	action: 'Sign up customer for subscription package',
	description: 'Start a subscription of a customer from a package',
	method: 'POST',
	url: '/customer-subscription-packages/{packageId}/sign-up',
	scope: 'subscription.write',
	output: 'object',
	makes: portalObjects.subscription,
	recovery: {
		kind: 'none',
		reason: 'A customer may have several subscriptions from one package.',
		lookFor: ['customerId', 'startDate'],
	},
	fields: [
		idInPath(portalObjects.subscriptionPackage),
		// Which fields are required is not documented; without a customer there is nobody to sign up.
		customerId,
		additionalFields(
			day({
				name: 'startDate',
				displayName: 'Start Date',
				description:
					'Date on which the subscription starts or started, such as 2026-12-31 or {{ $now }}',
			}),
			locator({
				object: portalObjects.mandate,
				description:
					'The payment mandate to charge with. Its ID, such as mdt_abc12345def678. Without one nothing is charged automatically.',
			}),
			flag({
				name: 'createInvoice',
				displayName: 'Create Invoice',
				description: 'Whether an invoice is made for every charge',
			}),
			text({
				name: 'invoiceText',
				displayName: 'Invoice Text',
				description: 'Text on that invoice; the name of the package when left out',
				placeholder: 'e.g. Phone subscription',
			}),
		),
	],
};
