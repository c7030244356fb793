import type { Customer, Subscription } from '../records';
import { newIdentifier } from '../values/identifiers';
import { addToDay, atom, atomOf, dayOf } from '../values/moments';
import {
	created,
	customerOf,
	listed,
	named,
	ok,
	type Operations,
	type PortalContext,
} from './operation';

/** The first renewal after today of a subscription that started on that day. */
function nextRenewal(startsAt: string, interval: string): string {
	const [count = 1, unit = 'months'] = ((): [number, 'days' | 'months' | 'years'] => {
		const [number, name = ''] = interval.split(' ');
		const singular = name.replace(/s$/, '');
		return [Number(number), singular === 'day' ? 'days' : singular === 'year' ? 'years' : 'months'];
	})();
	const today = dayOf();
	let times = 1;
	while (addToDay(startsAt, count * times, unit) <= today) times += 1;
	return addToDay(startsAt, count * times, unit);
}

function statusOf({ startsAt, terminatedAt }: Subscription): string {
	if (terminatedAt) return 'terminated';
	return startsAt > dayOf() ? 'planned' : 'in_progress';
}

/** A subscription as the API answers it. */
export function showSubscription(subscription: Subscription): object {
	const { terminatedAt } = subscription;
	return {
		id: subscription.id,
		customerId: subscription.customerId,
		description: subscription.description,
		startsAt: subscription.startsAt,
		interval: subscription.interval,
		renewsAt: subscription.renewsAt,
		currency: 'EUR',
		amount: subscription.amount,
		vatRate: subscription.vatRate,
		status: statusOf(subscription),
		options: subscription.options,
		// Typed as text: the contract has no null for a subscription that goes on.
		...(terminatedAt ? { terminatedAt } : {}),
		createdAt: subscription.createdAt,
	};
}

/** Starts a subscription of a customer and tells the webhooks. */
export function startSubscription(
	customer: Customer,
	fields: {
		description: string;
		startDate: string;
		interval: string;
		amount: string;
		vatRate: number;
		createInvoice: boolean;
		invoiceDescription: string;
		mandateId: string | null;
	},
	context: PortalContext,
): object {
	const subscription: Subscription = {
		id: newIdentifier('sub'),
		customerId: customer.id,
		description: fields.description,
		startsAt: fields.startDate,
		interval: fields.interval,
		renewsAt: nextRenewal(fields.startDate, fields.interval),
		amount: fields.amount,
		vatRate: fields.vatRate,
		options: {
			createInvoice: fields.createInvoice,
			// Documented: ignored without createInvoice.
			invoiceDescription: fields.createInvoice ? fields.invoiceDescription : '',
		},
		mandateId: fields.mandateId,
		terminatedAt: null,
		createdAt: atom(),
		payments: [],
	};
	context.state.subscriptions.push(subscription);
	context.announce('subscription-created', showSubscription(subscription));
	return showSubscription(subscription);
}

export const subscriptions: Operations = {
	'list-customer-subscriptions': (request, context) =>
		listed(request, context, context.state.subscriptions, showSubscription),

	'create-customer-subscription': (request, context) => {
		const body = request.body as {
			customerId: string;
			description: string;
			startDate: string;
			interval: string;
			amount: string;
			vatRate: number;
			createInvoice?: boolean;
			invoiceDescription?: string;
			createPayment?: boolean;
			paymentIntegrationMandateId?: string;
		};
		const mandateId = body.createPayment ? body.paymentIntegrationMandateId : undefined;
		return created(
			startSubscription(
				customerOf(context, body.customerId),
				{
					...body,
					createInvoice: body.createInvoice ?? false,
					invoiceDescription: body.invoiceDescription ?? '',
					mandateId: mandateId ?? null,
				},
				context,
			),
		);
	},

	'get-customer-subscription': (request, { state }) =>
		ok(showSubscription(named(state.subscriptions, request, 'subscriptionId', 'subscription'))),

	'change-customer-subscription': (request, context) => {
		const subscription = named(
			context.state.subscriptions,
			request,
			'subscriptionId',
			'subscription',
		);
		const { terminatedAt, ...changes } = request.body as Partial<
			Pick<Subscription, 'description' | 'interval' | 'amount' | 'vatRate'>
		> & { terminatedAt?: string };
		Object.assign(subscription, changes);
		if (changes.interval) {
			subscription.renewsAt = nextRenewal(subscription.startsAt, changes.interval);
		}
		if (terminatedAt) subscription.terminatedAt = atomOf(terminatedAt);
		context.announce('subscription-updated', showSubscription(subscription));
		return ok(showSubscription(subscription));
	},
};
