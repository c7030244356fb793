import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { type Portal, type PortalOptions, startPortal } from '../../sandbox/portal';
import { runNode, type RunInput, type RunOutput } from './engine';

export const CUSTOMER_ID = 'cst_sandbox000000001';
export const API_KEY = 'sandbox-key';

/** The smallest thing that the API takes for a PDF. */
export function pdf(text = 'test'): Buffer {
	return Buffer.from(`%PDF-1.4\n${text}\n%%EOF`);
}

/** An item with a file, kept in memory as n8n 1.x does by default. */
export function itemWithFile(
	bytes: Buffer,
	{ json = {}, fileName = 'file.pdf', mimeType = 'application/pdf' } = {},
): INodeExecutionData {
	return { json, binary: { data: { data: bytes.toString('base64'), mimeType, fileName } } };
}

/** A resource locator that names an object in one of its ways. */
export function by(mode: string, value: string): INodeParameters {
	return { __rl: true, mode, value };
}

/** A resource locator that holds an ID. */
export function byId(value: string): INodeParameters {
	return by('id', value);
}

/** Parameters of an invoice with PDF; the number comes from the item. */
export const INVOICE: INodeParameters = {
	resource: 'invoice',
	operation: 'create',
	customerId: byId(CUSTOMER_ID),
	invoiceNumber: '={{ $json.number }}',
	issuedAt: '2026-11-21',
	amount: '12.95',
};

/** Parameters of a payment link, of which several may be alike; the item may give another description. */
export const LINK: INodeParameters = {
	resource: 'paymentLink',
	operation: 'create',
	description: '={{ $json.description ?? "Contribution" }}',
	amount: '25',
};

/** Parameters of an offer with PDF. */
export const OFFER: INodeParameters = {
	resource: 'offer',
	operation: 'create',
	customerId: byId(CUSTOMER_ID),
	offerNumber: 'O-1',
	issuedAt: '2026-11-21',
	expiresAt: '21-12-2026',
	amount: '€ 1.234,56',
};

/** A customer as a person enters it. */
export const CUSTOMER: INodeParameters = {
	resource: 'customer',
	operation: 'create',
	companyName: 'Bakkerij Zon',
	address: 'Dorpsstraat 1',
	zipCode: '1234AB',
	city: 'Zonstad',
	primaryEmail: 'info@zon.example',
};

/** Lines as a person fills them in. */
export const LINES = {
	line: [
		{ description: 'Website', amountExclVat: '100', vatRate: 21 },
		{ description: 'Boek', amountExclVat: '10,50', vatRate: 9 },
	],
};
/** The same lines as the API gets them. */
export const SENT_LINES = [
	{ description: 'Website', amountExclVat: '100.00', vatRate: 21 },
	{ description: 'Boek', amountExclVat: '10.50', vatRate: 9 },
];

/** Items for INVOICE: numbers 1 to count, each with a PDF. */
export function invoiceItems(count: number): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) =>
		itemWithFile(pdf(String(index)), { json: { number: `2026-${index}` } }),
	);
}

/** A stand-in portal and the node's way to it. */
export interface PortalFixture {
	portal: Portal;
	run: (input: Omit<RunInput, 'credential'> & { apiKey?: string }) => Promise<RunOutput>;
}

/** A portal for the tests of a file, without limit unless a test is about it, clean before each test. */
export function usePortal(options: PortalOptions = {}): PortalFixture {
	const fixture = {} as PortalFixture;
	beforeAll(async () => {
		const portal = await startPortal({ limit: Infinity, ...options });
		fixture.portal = portal;
		fixture.run = async ({ apiKey = API_KEY, ...input }) =>
			await runNode({ ...input, credential: { apiKey, baseUrl: portal.apiUrl } });
	});
	beforeEach(() => fixture.portal.reset());
	afterEach(() => expect(fixture.portal.contractViolations).toEqual([]));
	afterAll(async () => await fixture.portal.close());
	return fixture;
}

/** `POST /customer-invoices` for each request that the portal got, with the status of its answer. */
export function trace({ portal }: PortalFixture): string[] {
	return portal.requests.map(({ method, path, status }) => `${method} ${path} ${status ?? 'lost'}`);
}

/** Requests that change something, as `trace` gives them. */
export function writesOf(fixture: PortalFixture): string[] {
	return trace(fixture).filter((line) => !line.startsWith('GET'));
}

/** A customer of the portal, by its place among those it began with. */
export function customerOf({ portal }: PortalFixture, index: number) {
	const found = portal.state.customers[index];
	if (found === undefined) throw new Error('The portal has no such customer');
	return found;
}

/** Method, path, query and body of the only request that the portal got. */
export function onlyRequest({ portal }: PortalFixture) {
	expect(portal.requests).toHaveLength(1);
	const { method, path, body, query } = portal.requests[0] ?? {};
	return { method, path, body, query };
}
