import type { IBinaryKeyData, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { createFromLinesParameters, createParameters, invoiceItems } from './invoices';

/** What the contenders are to do. */
export interface Job {
	title: string;
	/** Items that go in. */
	items: () => INodeExecutionData[];
	/** Invoices that are to stand in the portal afterwards, or records that are to come out. */
	wanted: number;
	/** Requests that it takes at least. */
	requests: number;
	/** What the portal holds before. */
	seeded?: { customers?: number; invoices?: number };
	/** Parameters of our node. */
	ours: INodeParameters;
	/** Parameters of n8n's HTTP Request node, without what the contender is about. */
	http: (baseUrl: string) => INodeParameters;
	/** Whether it reads a list, page by page. */
	isList?: boolean;
	/** Whether the HTTP Request node needs a step before it, which reads all customers. */
	looksUpCustomers?: boolean;
}

export const authentication: INodeParameters = {
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'mijnKlantportaalApi',
};

const fileMegabytes = 2;

/** A PDF of 2 MB in memory, the same for all items. */
function largePdf(): IBinaryKeyData {
	const bytes = Buffer.alloc(fileMegabytes * 1024 * 1024, 'x');
	bytes.write('%PDF-1.4\n');
	const data = bytes.toString('base64');
	return { data: { data, mimeType: 'application/pdf', fileName: 'invoice.pdf' } };
}

function post(url: string, body: INodeParameters): INodeParameters {
	return { method: 'POST', url, ...authentication, sendBody: true, ...body };
}

function linesBody(customer: string): INodeParameters {
	return {
		contentType: 'json',
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({
			customerId: ${customer},
			invoiceNumber: $json.number,
			issuedAt: $json.isoDate,
			lines: [{ description: 'Hosting', amountExclVat: $json.plainAmount, vatRate: 21 }],
		}) }}`,
	};
}

function formBody(): INodeParameters {
	const fields = {
		customerId: 'cst_sandbox000000001',
		invoiceNumber: '={{ $json.number }}',
		issuedAt: '={{ $json.isoDate }}',
		amount: '={{ $json.plainAmount }}',
	};
	const values = Object.entries(fields).map(([name, value]) => ({
		...{ parameterType: 'formData', name, value },
	}));
	const file = { parameterType: 'formBinaryData', name: 'pdf', inputDataFieldName: 'data' };
	return { contentType: 'multipart-form-data', bodyParameters: { parameters: [...values, file] } };
}

const invoices = (count: number): Job => ({
	title: `${count.toLocaleString('en')} invoices`,
	items: () => invoiceItems(count, () => ({})),
	wanted: count,
	requests: count,
	ours: createFromLinesParameters,
	http: (baseUrl) =>
		post(`${baseUrl}/customer-invoices/manual`, linesBody("'cst_sandbox000000001'")),
});

const records = 1500;
const orders = 100;
const customers = 300;
const firstCustomer = 150;

export const jobs = {
	invoices200: invoices(200),
	invoices1000: invoices(1000),
	files: {
		title: '200 invoices, each with a PDF of 2 MB',
		items: () => {
			const pdf = largePdf();
			return invoiceItems(200, () => pdf);
		},
		wanted: 200,
		requests: 200,
		ours: createParameters,
		http: (baseUrl) => post(`${baseUrl}/customer-invoices`, formBody()),
	},
	list: {
		title: 'All of 1,500 invoices read',
		items: () => [{ json: {} }],
		wanted: records,
		requests: records / 15,
		seeded: { invoices: records },
		ours: { resource: 'invoice', operation: 'getAll', returnAll: true, simplify: false },
		http: (baseUrl) => ({ method: 'GET', url: `${baseUrl}/customer-invoices`, ...authentication }),
		isList: true,
	},
	orders: {
		title: '100 orders, each for a customer known by e-mail',
		items: () =>
			invoiceItems(orders, () => ({})).map((item, index) => ({
				...item,
				json: { ...item.json, email: `info@klant${firstCustomer + index}.example` },
			})),
		wanted: orders,
		requests: orders + customers / 15,
		seeded: { customers },
		ours: {
			...createFromLinesParameters,
			customerId: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		},
		http: (baseUrl) =>
			post(
				`${baseUrl}/customer-invoices/manual`,
				linesBody(
					"$('Customers').all().flatMap(({ json }) => json.data).find(({ primaryEmail }) => primaryEmail === $json.email)?.id",
				),
			),
		looksUpCustomers: true,
	},
} satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;
