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
 * The scope that each operation needs; null when a valid token is enough.
 *
 * The documentation lists the scopes but not which operation needs which, so every line is
 * inferred from the names. Three groups have no scope of their own there: writing customer
 * invoices (there is no `invoices.write`, so `invoices.read` stands in), punch cards (none at
 * all) and subscription packages (those of subscriptions stand in).
 */
export const scopeOfOperation: Record<string, Scope | null> = {
	'list-agreements': 'agreements.read',
	'create-agreement': 'agreements.write',
	'get-agreement': 'agreements.read',
	'download-agreement-document': 'agreements.read',

	'list-appointments': 'appointments.read',
	'schedule-appointment': 'appointments.write',
	'get-appointment': 'appointments.read',
	'change-appointment-status': 'appointments.write',
	'cancel-appointment': 'appointments.write',

	'list-customers': 'customers.read',
	'create-customer': 'customers.write',
	'get-customer': 'customers.read',
	'edit-customer': 'customers.write',
	'list-customer-groups': 'customers.read',
	'create-customer-group': 'customers.write',
	'get-customer-group': 'customers.read',
	'edit-customer-group': 'customers.write',
	'add-customers-to-customer-group': 'customers.write',

	'list-customer-invoices': 'invoices.read',
	'create-customer-invoice': 'invoices.read',
	'create-customer-invoice-manual': 'invoices.read',
	'get-customer-invoice': 'invoices.read',
	'mark-customer-invoice-paid': 'invoices.read',
	'get-customer-invoice-as-pdf': 'invoices.read',

	'list-customer-offers': 'offers.read',
	'create-customer-offer': 'offers.write',
	'create-customer-offer-manual': 'offers.write',
	'get-customer-offer': 'offers.read',
	'mark-customer-offer-accepted-or-rejected': 'offers.write',

	'list-customer-subscriptions': 'subscription.read',
	'create-customer-subscription': 'subscription.write',
	'get-customer-subscription': 'subscription.read',
	'change-customer-subscription': 'subscription.write',
	'list-customer-subscription-packages': 'subscription.read',
	'create-customer-subscription-package': 'subscription.write',
	'get-customer-subscription-package': 'subscription.read',
	'change-customer-subscription-package': 'subscription.write',
	'sign-up-customer-subscription-package-to-customer': 'subscription.write',
	'sign-up-customer-subscription-package-to-non-customer': 'subscription.write',

	'post-files': 'files.write',
	'get-file': 'files.read',
	'download-file': 'files.read',
	'list-file-requests': 'filerequest.read',
	'create-file-request': 'filerequest.write',
	'get-file-request': 'filerequest.read',
	'list-file-shares': 'fileshare.read',
	'create-file-share': 'fileshare.write',

	'list-mijnklantportaal-invoices': 'businessoperations.read',
	'get-invoice': 'businessoperations.read',

	'list-payment-links': 'paymentlinks.read',
	'create-payment-link': 'paymentlinks.write',
	'get-payment-link': 'paymentlinks.read',
	'close-payment-link': 'paymentlinks.write',
	'list-payment-link-payment': 'paymentlinks.read',

	'list-punch-cards': null,
	'create-punch-card': null,
	'get-punch-card': null,
	'edit-punch-card': null,
	'list-bought-punch-cards': null,
	'get-bought-punch-card': null,
	'stamp-bought-punch-card': null,

	'list-tickets': 'tickets.read',
	'get-ticket': 'tickets.read',
	'add-message-to-the-ticket': 'tickets.write',
	'close-ticket': 'tickets.write',
	'upload-attachment-to-ticket-message': 'tickets.write',

	'list-webhooks': 'webhooks.read',
	'create-webhook': 'webhooks.write',
	'get-webhook': 'webhooks.read',
	'delete-webhook': 'webhooks.write',
};
