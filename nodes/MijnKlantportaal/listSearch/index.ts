import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchObjects, type Searchable } from './searchObjects';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

function pick(searchable: Searchable): ListSearch {
	return async function (filter, paginationToken) {
		return await searchObjects(this, searchable, filter, paginationToken);
	};
}

/** `2026-001 · € 12.95 · 2026-12-31` */
function numbered(number: string): (object: IDataObject) => string {
	return (object) => `${object[number]} · € ${object.amount} · ${object.issuedAt}`;
}

/** The pickers of the node, by the name that the resource locators use. */
export const listSearch: Record<string, ListSearch> = {
	searchCustomers: pick({
		url: '/customers',
		purpose: { noun: 'customer', scope: 'customers.read' },
		name: ({ companyName, city }) => (city ? `${companyName} (${city})` : String(companyName)),
	}),
	searchInvoices: pick({
		url: '/customer-invoices',
		purpose: { noun: 'invoice', scope: 'invoices.read' },
		name: numbered('invoiceNumber'),
	}),
	searchOffers: pick({
		url: '/customer-offers',
		purpose: { noun: 'offer', scope: 'offers.read' },
		name: numbered('offerNumber'),
	}),
};
