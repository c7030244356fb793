import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { startPortal, type Portal, type PortalOptions } from '../../sandbox/portal';

export const firstCustomerId = 'cst_sandbox000000001';

export type Answer = AxiosResponse<Record<string, unknown>>;

export interface Started {
	portal: Portal;
	/** Calls the API with the token of the sandbox; every status is an answer. */
	api: AxiosInstance;
}

const running: Portal[] = [];

/** Starts a portal for a test file; without a limit, unless the test is about the limit. */
export async function start(options: PortalOptions = {}): Promise<Started> {
	const portal = await startPortal({ limit: Infinity, ...options });
	running.push(portal);
	return { portal, api: client(portal, 'sandbox-key') };
}

/** One portal for all tests of a file, which is there when they begin. */
export function startForAll(): Started {
	const started = {} as Started;
	beforeAll(async () => {
		Object.assign(started, await start());
	});
	afterAll(stopAll);
	return started;
}

/** A client with another token. */
export function client(portal: Portal, token: string): AxiosInstance {
	return axios.create({
		baseURL: portal.apiUrl,
		headers: { Authorization: `Bearer ${token}` },
		proxy: false,
		maxRedirects: 0,
		validateStatus: () => true,
	});
}

/** Stops every portal of the test file. */
export async function stopAll(): Promise<void> {
	await Promise.all(running.splice(0).map((portal) => portal.close()));
}

export const pdfBytes = Buffer.from('%PDF-1.4\n% a file for tests\n%%EOF\n');

/** A multipart body; files are given as [bytes, name, type?]. */
export function form(
	fields: Record<string, string | [Buffer | string, string, string?]>,
): FormData {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) {
		if (typeof value === 'string') body.append(name, value);
		else body.append(name, new Blob([value[0]], { type: value[2] ?? '' }), value[1]);
	}
	return body;
}

export const invoiceFields = {
	customerId: firstCustomerId,
	invoiceNumber: '2026-001',
	issuedAt: '2026-01-31',
	amount: '12.95',
};

/** The body of an invoice with PDF; further fields are added, undefined ones left out. */
export function invoiceForm(changes: Record<string, string | undefined> = {}): FormData {
	const fields = Object.entries({ ...invoiceFields, ...changes });
	const given = fields.filter((field): field is [string, string] => field[1] !== undefined);
	return form({
		...Object.fromEntries(given),
		pdf: [pdfBytes, 'factuur januari é.pdf', 'application/pdf'],
	});
}

export const line = { description: 'Website', amountExclVat: '12.95', vatRate: 21 };

/** The body of an invoice or offer from lines. */
export function linesBody(kind: 'invoice' | 'offer', changes: object = {}): object {
	const common = { customerId: firstCustomerId, issuedAt: '2026-01-31', lines: [line] };
	return kind === 'invoice'
		? { ...common, invoiceNumber: '2026-002', ...changes }
		: { ...common, offerNumber: 'O-1', expiresAt: '2026-02-28', ...changes };
}
