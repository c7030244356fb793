import { invalid } from '../errors';
import type { Customer } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import { created, listed, named, ok, type Operations } from './operation';

type CustomerFields = Pick<
	Customer,
	'companyName' | 'address' | 'zipCode' | 'city' | 'primaryEmail' | 'countryCode'
>;

/** A new customer as the portal keeps it. */
export function newCustomer(fields: CustomerFields): Customer {
	return {
		id: newIdentifier('cst'),
		companyName: fields.companyName,
		address: fields.address,
		zipCode: fields.zipCode,
		city: fields.city,
		countryCode: fields.countryCode,
		primaryEmail: fields.primaryEmail,
		phone: null,
		integration: null,
		integrationId: null,
		customerGroups: [],
		createdAt: atom(),
	};
}

export const customers: Operations = {
	'list-customers': (request, context) =>
		listed(request, context, context.state.customers, (customer) => customer),

	'create-customer': (request, context) => {
		const customer = newCustomer(request.body as CustomerFields);
		context.state.customers.push(customer);
		context.announce('customer-created', customer);
		return created(customer);
	},

	'get-customer': (request, { state }) =>
		ok(named(state.customers, request, 'customerId', 'customer')),

	'edit-customer': (request, { state }) => {
		const customer = named(state.customers, request, 'customerId', 'customer');
		const changes = request.body as Partial<CustomerFields>;
		if (Object.keys(changes).length === 0) {
			throw invalid('At least one of the fields of a customer is required.');
		}
		return ok(Object.assign(customer, changes));
	},
};
