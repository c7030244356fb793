import {
	findByKey,
	type FoundByKey,
	type FindOptions,
} from '../../../nodes/shared/objects/findByKey';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { now } from '../../../nodes/shared/transport/clock';
import { type Connection, connect } from '../../../nodes/shared/transport/connection';
import type { Portal, PortalOptions } from '../../../sandbox/portal';
import type { Customer } from '../../../sandbox/records';
import { newCustomer } from '../../../sandbox/resources/customers';
import { allScopes } from '../../../sandbox/scopes';
import { atom } from '../../../sandbox/values/moments';
import { toLoadOptionsContext } from '../engine';
import { usePortal, type PortalFixture } from '../portalFixture';

export const ORDERS = ['newestFirst', 'oldestFirst', 'byName'] as const;

let keysUsed = 0;

/** Tokens of which each has a directory of its own. */
export const keys = Array.from({ length: 500 }, (_, index) => ({
	token: `key-${index}`,
	scopes: [...allScopes],
}));

/** A portal in which each test can begin with a token that nobody has used. */
export function useFreshKeys(options: PortalOptions = {}): PortalFixture {
	return usePortal({ keys, ...options });
}

export function freshKey(): string {
	return keys[keysUsed++]?.token ?? '';
}

/** The way to the portal with that token. */
export async function connectTo({ apiUrl }: Portal, apiKey = freshKey()): Promise<Connection> {
	return await connect(toLoadOptionsContext({ apiKey, baseUrl: apiUrl }));
}

/** Looks for customers by their e-mail address, as of now unless the options say otherwise. */
export async function findCustomers(
	connection: Connection,
	primaryEmail: string,
	options: Partial<FindOptions> = {},
): Promise<FoundByKey> {
	const key = { primaryEmail };
	return await findByKey(connection, portalObjects.customer, key, { since: now(), ...options });
}

/** How many pages of the list of customers were read since the last count. */
export function countListRequests({ requests }: Portal, path = '/customers'): number {
	const count = requests.filter((request) => request.path === path && request.method === 'GET');
	requests.length = 0;
	return count.length;
}

/** A customer that stands in the portal. */
export function addCustomer(
	{ state: { customers } }: Portal,
	primaryEmail: string,
	{ secondsLater = 60, companyName = `Firma ${primaryEmail}` } = {},
): Customer {
	const fields = { address: 'Langeweg 1', zipCode: '1234AB', city: 'Zonstad', countryCode: 'NL' };
	const customer = newCustomer({ ...fields, companyName, primaryEmail });
	const newest = Math.max(...customers.map(({ createdAt }) => Date.parse(createdAt)));
	customer.createdAt = atom(newest + secondsLater * 1000);
	customers.push(customer);
	return customer;
}
