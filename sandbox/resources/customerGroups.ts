import type { PortalState } from '../state';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import { created, listed, named, ok, type Operations } from './operation';

/** Puts customers into a group; identifiers that the portal does not know are skipped. */
function addToGroup(state: PortalState, groupId: string, customerIds: string[]): void {
	for (const customer of state.customers) {
		if (customerIds.includes(customer.id) && !customer.customerGroups.includes(groupId)) {
			customer.customerGroups.push(groupId);
		}
	}
}

export const customerGroups: Operations = {
	'list-customer-groups': (request, context) =>
		listed(request, context, context.state.customerGroups, (group) => group),

	'create-customer-group': (request, { state }) => {
		const body = request.body as { name: string; customers?: string[] };
		const group = { id: newIdentifier('cug'), name: body.name, createdAt: atom() };
		state.customerGroups.push(group);
		addToGroup(state, group.id, body.customers ?? []);
		return created(group);
	},

	'get-customer-group': (request, { state }) =>
		ok(named(state.customerGroups, request, 'customerGroupId', 'customer group')),

	'edit-customer-group': (request, { state }) => {
		const group = named(state.customerGroups, request, 'customerGroupId', 'customer group');
		group.name = (request.body as { name: string }).name;
		return ok(group);
	},

	'add-customers-to-customer-group': (request, { state }) => {
		const group = named(state.customerGroups, request, 'customerGroupId', 'customer group');
		addToGroup(state, group.id, (request.body as { customers?: string[] }).customers ?? []);
		return ok({
			data: state.customers.filter(({ customerGroups }) => customerGroups.includes(group.id)),
		});
	},
};
