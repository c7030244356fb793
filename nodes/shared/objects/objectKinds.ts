/** A kind of object that events happen to. */
export interface ObjectKind {
	/** The resource of the action node that reads it, by its `value`. */
	resource: string;
	/** What its identifiers begin with (guide, Formats). */
	prefix: string;
}

/** The objects of the portal that have events. Payments of a subscription have no reading of their own. */
export const objectKinds = {
	appointment: { resource: 'appointment', prefix: 'apt_' },
	customer: { resource: 'customer', prefix: 'cst_' },
	invoice: { resource: 'invoice', prefix: 'inv_' },
	offer: { resource: 'offer', prefix: 'off_' },
	paymentLink: { resource: 'paymentLink', prefix: 'plk_' },
	subscription: { resource: 'subscription', prefix: 'sub_' },
	ticket: { resource: 'ticket', prefix: 'tic_' },
} satisfies Record<string, ObjectKind>;

/** Whether the value is an identifier with that prefix. */
export function isIdentifier(value: unknown, prefix: string): value is string {
	return (
		typeof value === 'string' &&
		value.startsWith(prefix) &&
		/^[\w-]+$/.test(value.slice(prefix.length))
	);
}
