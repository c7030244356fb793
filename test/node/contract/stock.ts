import { atom } from '../../../sandbox/values/moments';
import axios, { type AxiosInstance } from 'axios';
import type { PortalObject } from '../../../nodes/shared/objects/portalObject';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import type { Portal, PortalState } from '../../../sandbox/portal';

/**
 * Identifiers of objects that are in the portal, by their prefix, and what they are known by, by prefix
 * and mode: `cst_email`. They belong together: the document is one of the agreement, the message one of
 * the ticket.
 */
export type Stock = Record<string, string>;

const pdf = Buffer.from('%PDF-1.4\n% a file for tests\n%%EOF\n');

/** Empties the portal and puts one object of each kind into it. */
export async function stockUp(portal: Portal): Promise<Stock> {
	portal.reset();
	const { state } = portal;
	const api = axios.create({
		baseURL: portal.apiUrl,
		headers: { Authorization: 'Bearer sandbox-key' },
		proxy: false,
	});
	const customerId = idOf(state.customers[0]);
	const directory = idOf(state.files.find(({ type }) => type === 'directory'));
	const packageId = idOf(state.subscriptionPackages[0]);
	const ticketId = idOf(state.tickets[0]);
	const issued = state.issuedPunchCards[0];
	const line = { description: 'Website', amountExclVat: '12.95', vatRate: 21 };
	const lines = { customerId, issuedAt: '2031-01-01', lines: [line] };

	const agreement = await add(api, '/agreements', agreementForm());
	const ticket = await add(api, `/tickets/${ticketId}`, { message: 'Hallo' });
	const created: Record<string, object> = {
		'/customer-groups': { name: 'Groep', customers: [customerId] },
		'/customer-invoices/manual': { ...lines, invoiceNumber: 'S-1' },
		'/customer-offers/manual': { ...lines, offerNumber: 'S-1', expiresAt: '2031-02-01' },
		'/appointments': {
			name: 'Gesprek',
			customerId,
			startsAt: '2031-05-30 10:00',
			endsAt: '2031-05-30 11:00',
		},
		[`/customer-subscription-packages/${packageId}/sign-up`]: { customerId },
		'/file-requests': { name: 'Verzoek', requestedFiles: [{ name: 'Logo' }] },
		'/file-shares': { content: [directory] },
		'/payment-links': { description: 'Contributie', amount: '12.95' },
		'/webhooks': { url: 'http://127.0.0.1:9/', type: 'invoice-paid' },
	};
	const identifiers = [customerId, directory, packageId, ticketId, idOf(agreement)];
	for (const [path, body] of Object.entries(created)) {
		identifiers.push(idOf(await add(api, path, body)));
	}
	identifiers.push(
		idOf((agreement.documents as Array<{ id: string }>)[0]),
		idOf((ticket.messages as Array<{ id: string }>).at(-1)),
		idOf(state.files.find(({ type }) => type === 'file')),
		idOf(state.licenseInvoices[0]),
		idOf(issued),
		issued?.punchCardId ?? '',
	);
	// Not of this moment, in which an answer that got lost is looked for; but new enough for an attachment.
	const before = atom(Date.now() - 90_000);
	for (const { messages } of state.tickets) {
		for (const message of messages) message.postedAt = before;
	}
	portal.requests.length = 0;
	return Object.fromEntries(
		identifiers.flatMap((id) => {
			const prefix = id.slice(0, id.indexOf('_') + 1);
			return [[prefix, id], ...keysOf(state, prefix, id)];
		}),
	);
}

/** What the object with that ID is known by. */
function keysOf(state: PortalState, prefix: string, id: string): Array<[string, string]> {
	const object = Object.values<PortalObject>(portalObjects).find(({ prefixes }) =>
		prefixes.includes(prefix),
	);
	const records: unknown[] = Object.values(state).filter(Array.isArray).flat();
	const record = (records as Array<Record<string, unknown>>).find((each) => each.id === id);
	return (object?.keys ?? []).map(({ mode, field }) => {
		if (record === undefined) throw new Error(`The portal lacks ${id}`);
		// Seeded customers stand in no bookkeeping.
		record[field] ??= `${mode} of ${id}`;
		return [`${prefix}${mode}`, String(record[field])];
	});
}

async function add(api: AxiosInstance, path: string, body: unknown) {
	const { data } = await api.post<Record<string, unknown>>(path, body);
	return data;
}

function idOf(object: { id?: unknown } | undefined): string {
	if (typeof object?.id !== 'string') throw new Error('The portal lacks an object of some kind.');
	return object.id;
}

function agreementForm(): FormData {
	const form = new FormData();
	form.append('name', 'Contract');
	form.append('signerName', 'Jan');
	form.append('signerSignatureData', 'data:image/png;base64,iVBORw0KGgo=');
	form.append('signers[0][email]', 'd@x.nl');
	form.append('documents[]', new Blob([pdf], { type: 'application/pdf' }), 'contract.pdf');
	return form;
}
