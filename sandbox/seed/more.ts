import type { CustomerInvoice, StoredFile } from '../records';
import { newCustomer } from '../resources/customers';
import type { PortalState } from '../state';
import { newIdentifier, newSecret } from '../values/identifiers';
import { atom } from '../values/moments';
import type { SeededNumbers } from './numbers';

const firstMoment = Date.parse('2025-04-01T07:00:00Z');
const minute = 60_000;

/** One small file for all, which nobody opens ten thousand times. */
const pdf: StoredFile = {
	fileName: 'invoice.pdf',
	mimeType: 'application/pdf',
	bytes: Buffer.from('%PDF-1.4\nseeded\n%%EOF'),
};

/** Adds customers `Klant 41` and so on and invoices `2025-00001` and so on, one a minute. */
export function seedMore(state: PortalState, { customers = 0, invoices = 0 }: SeededNumbers): void {
	for (let number = state.customers.length + 1; number <= customers; number++) {
		const customer = newCustomer({
			companyName: `Klant ${number} B.V.`,
			address: `Langeweg ${number}`,
			zipCode: '1234AB',
			city: 'Zonstad',
			countryCode: 'NL',
			primaryEmail: `info@klant${number}.example`,
		});
		customer.createdAt = atom(firstMoment + number * minute);
		state.customers.push(customer);
	}
	for (let number = 1; number <= invoices; number++) {
		state.invoices.push(invoiceOf(state, number));
	}
}

function invoiceOf({ customers }: PortalState, number: number): CustomerInvoice {
	const createdAt = atom(firstMoment + number * minute);
	return {
		id: newIdentifier('inv'),
		customerId: customers[number % customers.length]?.id ?? '',
		invoiceNumber: `2025-${String(number).padStart(5, '0')}`,
		issuedAt: createdAt.slice(0, 10),
		dueAt: number % 3 === 0 ? null : atom(firstMoment + (number + 20_160) * minute).slice(0, 10),
		amount: `${10 + (number % 90)}.95`,
		paidAt: number % 2 === 0 ? createdAt : null,
		createdAt,
		sendNotification: false,
		paymentToken: newSecret(24),
		lines: [],
		pdf,
	};
}
