import type { PortalState } from './state';
import { seedBusiness } from './seed/business';
import { seedCustomers } from './seed/customers';

/** Fills a portal with the data it starts with: customers and what goes with them, no invoices or offers. */
export function seed(state: PortalState): void {
	seedCustomers(state);
	seedBusiness(state);
}
