import { readContract } from './contract/document';

/** Every scope of the documentation's table; the names are exact, mind the singulars. */
export const allScopes = [
	'agreements.read',
	'agreements.write',
	'appointments.read',
	'appointments.write',
	'businessoperations.read',
	'customers.read',
	'customers.write',
	'files.read',
	'files.write',
	'filerequest.read',
	'filerequest.write',
	'fileshare.read',
	'fileshare.write',
	'offers.read',
	'offers.write',
	'invoices.read',
	'paymentlinks.read',
	'paymentlinks.write',
	'subscription.read',
	'subscription.write',
	'tickets.read',
	'tickets.write',
	'webhooks.read',
	'webhooks.write',
] as const;

export type Scope = (typeof allScopes)[number];

/**
 * The scope that each operation needs, by its ID; null when a valid token is enough. It stands in the
 * contract as `x-scope`.
 *
 * The documentation lists the scopes but not which operation needs which, so every one is inferred from the
 * names. Three groups have no scope of their own there: writing customer invoices (there is no
 * `invoices.write`, so `invoices.read` stands in), punch cards (none at all) and subscription packages
 * (those of subscriptions stand in).
 */
export const scopeOfOperation: Record<string, Scope | null> = {
	...Object.fromEntries(
		Object.values(readContract().paths)
			.flatMap((methods) => Object.values(methods))
			.flatMap(({ operationId, 'x-scope': scope }) =>
				scope === undefined ? [] : [[operationId, scope as Scope | null]],
			),
	),
	// Beside the contract: see the option webhookDeletion.
	'delete-webhook': 'webhooks.write',
};
