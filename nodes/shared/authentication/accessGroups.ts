import type { INodePropertyOptions } from 'n8n-workflow';

/** What a person wants to do with a kind of object, and the scopes that this takes. */
export interface AccessGroup {
	name: string;
	description: string;
	/** Exact names of the scope table (docs/api-facts.md, Scopes), some of them singular. */
	scopes: readonly string[];
}

/** What is asked for where nothing is chosen: what most workflows are for. */
export const usualAccess: AccessGroup = {
	name: 'Invoices: Create, Mark as Paid and Read',
	description: 'Invoices to customers. MijnKlantportaal knows one scope for all of this.',
	scopes: ['customers.read', 'invoices.read'],
};

/**
 * What the OAuth2 credential asks for, in groups that ask for no more than they need. Which scope an
 * operation needs is inferred from the scope table. A group that makes something for a customer has
 * `customers.read`, to pick one; names of customers in pickers, and filters by customer, take it besides. A
 * group that changes objects also reads them, to find out what became of a request whose answer got lost.
 */
export const accessGroups: AccessGroup[] = [
	{
		name: 'Agreements: Read',
		description: 'Agreements and their documents',
		scopes: ['agreements.read'],
	},
	{
		name: 'Agreements: Send and Read',
		description: 'Have documents signed, and follow that',
		scopes: ['agreements.read', 'agreements.write'],
	},
	{
		name: 'Appointments: Plan, Change and Read',
		description: 'Plan appointments with customers, change and cancel them',
		scopes: ['appointments.read', 'appointments.write', 'customers.read'],
	},
	{
		name: 'Appointments: Read',
		description: 'Planned and pending appointments',
		scopes: ['appointments.read'],
	},
	{
		name: 'Customers: Create, Change and Read',
		description: 'Customers and customer groups',
		scopes: ['customers.read', 'customers.write'],
	},
	{
		name: 'Customers: Read',
		description: 'Customers and customer groups; also needed to pick a customer from a list',
		scopes: ['customers.read'],
	},
	{
		name: 'File Requests: Create and Read',
		description: 'Ask customers for files, and see what they delivered',
		scopes: ['customers.read', 'filerequest.read', 'filerequest.write'],
	},
	{
		name: 'File Shares: Create and Read',
		description: 'Share files that are in the portal with customers',
		scopes: ['customers.read', 'fileshare.read', 'fileshare.write'],
	},
	{
		name: 'Files: Download',
		description: 'Files of the portal',
		scopes: ['files.read'],
	},
	{
		name: 'Files: Upload and Download',
		description: 'Files of the portal',
		scopes: ['files.read', 'files.write'],
	},
	usualAccess,
	{
		name: 'License Invoices: Read',
		description: 'Invoices of MijnKlantportaal itself to the owner of the portal',
		scopes: ['businessoperations.read'],
	},
	{
		name: 'Offers: Create, Accept, Reject and Read',
		description: 'Offers to customers',
		scopes: ['customers.read', 'offers.read', 'offers.write'],
	},
	{
		name: 'Offers: Read',
		description: 'Offers to customers',
		scopes: ['offers.read'],
	},
	{
		name: 'Payment Links: Create, Close and Read',
		description: 'Payment links and their payments',
		scopes: ['paymentlinks.read', 'paymentlinks.write'],
	},
	{
		name: 'Payment Links: Read',
		description: 'Payment links and their payments',
		scopes: ['paymentlinks.read'],
	},
	{
		name: 'Subscriptions: Create, Change and Read',
		description: 'Subscriptions and subscription packages',
		scopes: ['customers.read', 'subscription.read', 'subscription.write'],
	},
	{
		name: 'Subscriptions: Read',
		description: 'Subscriptions and subscription packages',
		scopes: ['subscription.read'],
	},
	{
		name: 'Tickets: Answer, Close and Read',
		description: 'Support tickets',
		scopes: ['tickets.read', 'tickets.write'],
	},
	{
		name: 'Tickets: Read',
		description: 'Support tickets',
		scopes: ['tickets.read'],
	},
	{
		name: 'Webhooks: Start Workflows',
		description: 'Needed by the MijnKlantportaal Trigger, which registers and reads webhooks',
		scopes: ['webhooks.read', 'webhooks.write'],
	},
];

/** The choices of the credential; the value of each is what n8n sends, scopes with spaces between. */
export const accessOptions: INodePropertyOptions[] = accessGroups.map(
	({ name, description, scopes }) => ({ name, description, value: scopes.join(' ') }),
);

/** The smallest group that has the scope: the one to choose for whom it lacks. */
export function groupWith(scope: string): AccessGroup | undefined {
	return accessGroups
		.filter(({ scopes }) => scopes.includes(scope))
		.sort((left, right) => left.scopes.length - right.scopes.length)[0];
}
