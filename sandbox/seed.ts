import type { PortalState } from './state';
import { seedBusiness } from './seed/business';
import { seedCustomers } from './seed/customers';
import { seedMore } from './seed/more';
import type { SeededNumbers } from './seed/numbers';

/**
 * Fills a portal with the data it starts with: customers and what goes with them. Invoices only where a
 * number of them is asked for; no offers.
 */
export function seed(state: PortalState, numbers: SeededNumbers = {}): void {
	seedCustomers(state);
	seedBusiness(state);
	seedMore(state, numbers);
}
