import './fastClock';
import type { INodeParameters } from 'n8n-workflow';
import {
	by,
	customerOf,
	INVOICE,
	itemWithFile,
	OFFER,
	pdf,
	trace,
	usePortal,
	writesOf,
} from './portalFixture';

const fixture = usePortal();

const customer = (index: number) => customerOf(fixture, index);
const writes = () => writesOf(fixture);

describe('other objects are found', () => {
	/** Puts two others beside the first one, and gives the ID of the one that is meant. */
	function addTo(list: 'licenseInvoices' | 'subscriptionPackages', key: string): string {
		const records = fixture.portal.state[list] as object[];
		const [first = {}] = records;
		const [prefix] = String((first as { id?: string }).id).split('_');
		for (const name of ['Another', 'Meant', 'Meant 2']) {
			records.push({ ...first, id: `${prefix}_${name.replace(' ', '')}`, [key]: name });
		}
		return `${prefix}_Meant`;
	}

	async function addInvoices(): Promise<string> {
		const { items } = await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: '={{ $json.name }}' },
			items: ['Another', 'Meant', 'Meant 2'].map((name) =>
				itemWithFile(pdf(name), { json: { name } }),
			),
		});
		return String(items[1]?.json.id);
	}

	async function addFileRequests(): Promise<string> {
		const { items } = await fixture.run({
			parameters: {
				resource: 'fileRequest',
				operation: 'create',
				name: '={{ $json.name }}',
				requestedFiles: { requestedFile: [{ name: 'Logo' }] },
			},
			items: ['Another', 'Meant', 'Meant 2'].map((name) => ({ json: { name } })),
		});
		return String(items[1]?.json.id);
	}

	const CASES: Array<[string, INodeParameters, () => Promise<string> | string, string]> = [
		[
			'a license invoice',
			{ resource: 'licenseInvoice', operation: 'get', invoiceId: by('number', ' MEANT') },
			() => addTo('licenseInvoices', 'invoiceNumber'),
			'GET /invoices/{}',
		],
		[
			'a subscription package',
			{ resource: 'subscriptionPackage', operation: 'get', packageId: by('name', 'meant ') },
			() => addTo('subscriptionPackages', 'name'),
			'GET /customer-subscription-packages/{}',
		],
		[
			'a subscription package to change',
			{
				resource: 'subscriptionPackage',
				operation: 'update',
				packageId: by('name', 'Meant'),
				updateFields: { amount: '12.50' },
			},
			() => addTo('subscriptionPackages', 'name'),
			'PATCH /customer-subscription-packages/{}',
		],
		[
			'a file request',
			{ resource: 'fileRequest', operation: 'get', requestId: by('name', 'MEANT') },
			addFileRequests,
			'GET /file-requests/{}',
		],
		[
			'an invoice to mark as paid',
			{
				resource: 'invoice',
				operation: 'markPaid',
				invoiceId: by('number', 'meant'),
				paidAt: '2026-11-25',
			},
			addInvoices,
			'PATCH /customer-invoices/{}',
		],
		[
			'an invoice to download',
			{ resource: 'invoice', operation: 'downloadPdf', invoiceId: by('number', 'Meant') },
			addInvoices,
			'GET /customer-invoices/{}/pdf',
		],
	];
	it.each(CASES)('%s among others', async (_name, parameters, add, line) => {
		const id = await add();
		fixture.portal.requests.length = 0;
		const { items, error } = await fixture.run({ parameters });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(trace(fixture)).toContain(`${line.replace('{}', id)} 200`);
		expect(writes()).toHaveLength(line.startsWith('GET') ? 0 : 1);
		const [item] = items;
		const data = item?.binary?.data?.data;
		if (data === undefined) expect(item?.json.id).toBe(id);
		else expect(Buffer.from(data, 'base64').toString()).toContain('Meant\n');
	});

	it('an offer by its number, with spaces around', async () => {
		const made = await fixture.run({
			parameters: { ...OFFER, offerNumber: 'O-77' },
			items: [itemWithFile(pdf())],
		});
		const { items } = await fixture.run({
			parameters: { resource: 'offer', operation: 'accept', offerId: by('number', ' o-77 ') },
		});
		expect(items[0]?.json.id).toBe(made.items[0]?.json.id);
		expect(items[0]?.json.acceptedAt).not.toBeNull();
	});

	it('a parent and what belongs to it', async () => {
		const [card] = fixture.portal.state.punchCards;
		const { items, error } = await fixture.run({
			parameters: {
				resource: 'punchCard',
				operation: 'getManyIssued',
				punchCardId: by('name', card?.name ?? ''),
			},
		});
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
	});

	it('customers in a list, addresses mixed with IDs, each once', async () => {
		const [group] = fixture.portal.state.customerGroups;
		const { error } = await fixture.run({
			parameters: {
				resource: 'customerGroup',
				operation: 'addCustomers',
				customerGroupId: by('name', group?.name ?? ''),
				customers: `${customer(1).primaryEmail}, ${customer(2).id}; ${customer(1).id}`,
			},
		});
		expect(error).toBeUndefined();
		expect(fixture.portal.requests.at(-1)?.body).toEqual({
			customers: [customer(1).id, customer(2).id],
		});
	});

	it('an optional customer of Additional Fields', async () => {
		await fixture.run({
			parameters: {
				resource: 'fileShare',
				operation: 'create',
				content: fixture.portal.state.files[0]?.id ?? '',
				additionalFields: { customerId: by('email', customer(1).primaryEmail) },
			},
		});
		expect(fixture.portal.requests.at(-1)?.body).toMatchObject({ customerId: customer(1).id });
	});
});
