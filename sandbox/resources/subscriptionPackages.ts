import { randomUUID } from 'node:crypto';
import { invalid } from '../errors';
import type { PendingSignUp, SubscriptionPackage } from '../records';
import { newIdentifier, newSecret } from '../values/identifiers';
import { atom, dayOf } from '../values/moments';
import { created, customerOf, listed, named, ok, type Operations } from './operation';
import { startSubscription } from './subscriptions';

type PackageFields = Omit<SubscriptionPackage, 'id'>;

const showPackage = (subscriptionPackage: SubscriptionPackage): object => ({
	...subscriptionPackage,
	currency: 'EUR',
});

/** How long somebody has for the first payment; the documentation gives no number. */
const pendingMilliseconds = 60 * 60 * 1000;

export const subscriptionPackages: Operations = {
	'list-customer-subscription-packages': (request, context) =>
		listed(request, context, context.state.subscriptionPackages, showPackage),

	'create-customer-subscription-package': (request, { state }) => {
		const fields = request.body as Partial<PackageFields> &
			Pick<PackageFields, 'name' | 'interval' | 'amount' | 'vatRate'>;
		const subscriptionPackage: SubscriptionPackage = {
			id: newIdentifier('spg'),
			description: '',
			availableForSale: false,
			...fields,
		};
		state.subscriptionPackages.push(subscriptionPackage);
		return created(showPackage(subscriptionPackage));
	},

	'get-customer-subscription-package': (request, { state }) =>
		ok(showPackage(named(state.subscriptionPackages, request, 'packageId', 'package'))),

	'change-customer-subscription-package': (request, { state }) => {
		const subscriptionPackage = named(state.subscriptionPackages, request, 'packageId', 'package');
		Object.assign(subscriptionPackage, request.body as Partial<PackageFields>);
		return ok(showPackage(subscriptionPackage));
	},

	'sign-up-customer-subscription-package-to-customer': (request, context) => {
		const chosenPackage = named(
			context.state.subscriptionPackages,
			request,
			'packageId',
			'package',
		);
		const body = request.body as {
			customerId?: string;
			startDate?: string;
			mandateId?: string;
			createInvoice?: boolean;
			invoiceText?: string | null;
		};
		// The required flags are not documented; without a customer there is nothing to sign up.
		if (!body.customerId) throw invalid('The customerId field is required.');
		return created(
			startSubscription(
				customerOf(context, body.customerId),
				{
					description: chosenPackage.name,
					startDate: body.startDate ?? dayOf(),
					interval: chosenPackage.interval,
					amount: chosenPackage.amount,
					vatRate: chosenPackage.vatRate,
					createInvoice: body.createInvoice ?? false,
					invoiceDescription: body.invoiceText ?? chosenPackage.name,
					mandateId: body.mandateId ?? null,
				},
				context,
			),
		);
	},

	'sign-up-customer-subscription-package-to-non-customer': (request, { state, settings }) => {
		const chosenPackage = named(state.subscriptionPackages, request, 'packageId', 'package');
		const fields = request.body as Pick<
			PendingSignUp,
			'companyName' | 'address' | 'zipCode' | 'city' | 'email'
		>;
		const signUp: PendingSignUp = {
			...fields,
			id: randomUUID(),
			packageId: chosenPackage.id,
			paymentLink: `${settings.publicUrl}/sign-up/${newSecret(20)}`,
			expiresAt: atom(Date.now() + pendingMilliseconds),
		};
		state.pendingSignUps.push(signUp);
		return created({
			id: signUp.id,
			paymentLink: signUp.paymentLink,
			expiresAt: signUp.expiresAt,
		});
	},
};
