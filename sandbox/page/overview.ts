import type { RecordedRequest } from '../exchange';
import type { PortalContext } from '../resources/operation';

const requestsShown = 25;
const rowsShown = 100;

/** What the page shows, newest first and no more than a person can read. */
export function overviewOf(
	{ state, settings }: PortalContext,
	requests: RecordedRequest[],
): object {
	const names = new Map(state.customers.map(({ id, companyName }) => [id, companyName]));
	const newest = <T>(records: T[], count = rowsShown): T[] => records.slice(-count).reverse();
	return {
		address: `${settings.publicUrl}/v1`,
		nameOf: (customerId: string | null) => names.get(customerId ?? '') ?? customerId ?? '',
		counts: [
			['Invoices', state.invoices.length],
			['Offers', state.offers.length],
			['Customers', state.customers.length],
			['Subscriptions', state.subscriptions.length],
			['Agreements', state.agreements.length],
			['Appointments', state.appointments.length],
			['Files', state.files.length],
			['Payment links', state.paymentLinks.length],
			['Tickets', state.tickets.length],
			['Webhooks', state.webhooks.length],
			['Requests', requests.length],
		],
		invoices: newest(state.invoices),
		offers: newest(state.offers),
		customers: newest(state.customers),
		subscriptions: newest(state.subscriptions),
		tickets: newest(state.tickets),
		paymentLinks: newest(state.paymentLinks),
		webhooks: newest(state.webhooks),
		requests: newest(requests, requestsShown),
		clock: (at: number) =>
			new Date(at).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' }),
	};
}
