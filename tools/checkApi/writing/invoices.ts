import { fieldOf, isSuccess, objectsOf, type Exchange } from '../asking/exchange';
import { ask } from '../asking/apiClient';
import { testPdf, testPdfPart } from './testPdf';
import { madeOrFail, make, needed, perform, StepFailure, type Workbench } from './workbench';

const AMOUNT = '1.00';
const STAYS = 'stays in the portal; mark it as paid, or remove it there';

/** The numbers of the invoices: one for each question. */
function numbers({ plan: { stamp } }: Workbench) {
	return { refused: `N8N-${stamp}-0`, first: `N8N-${stamp}-1`, second: `N8N-${stamp}-2` };
}

function today(): string {
	return new Date().toISOString().slice(0, 10);
}

async function invoiceForm(
	bench: Workbench,
	invoiceNumber: string,
	{ sendNotification, withPdf }: { sendNotification?: string; withPdf: boolean },
): Promise<FormData> {
	const form = new FormData();
	form.append('customerId', needed(bench.customer, 'the customer').id);
	form.append('invoiceNumber', invoiceNumber);
	form.append('issuedAt', today());
	form.append('amount', AMOUNT);
	if (sendNotification !== undefined) form.append('sendNotification', sendNotification);
	if (withPdf) form.append('pdf', await testPdfPart(), 'n8n-check.pdf');
	return form;
}

/** Sends an invoice that has to be refused: its PDF is missing. */
export async function sendIncompleteInvoice(bench: Workbench): Promise<void> {
	const name = numbers(bench).refused;
	const { exchange, object } = await make(bench, {
		kind: 'invoice without PDF',
		name,
		remark: STAYS,
		mayBeRefused: true,
		request: {
			operationId: 'create-customer-invoice',
			method: 'POST',
			path: '/customer-invoices',
			body: await invoiceForm(bench, name, { withPdf: false }),
		},
	});
	bench.evidence.refused = { status: exchange.status, isListed: false };
	if (object) bench.invoices.push(object);
}

/** Creates an invoice with PDF, with a boolean in each of the forms until one is taken. */
export async function createInvoiceWithPdf(bench: Workbench): Promise<void> {
	const name = numbers(bench).first;
	const { evidence } = bench;
	const send = async (sendNotification?: string) =>
		await make(bench, {
			kind: 'invoice with PDF',
			name,
			remark: STAYS,
			mayBeRefused: sendNotification !== undefined,
			request: {
				operationId: 'create-customer-invoice',
				method: 'POST',
				path: '/customer-invoices',
				body: await invoiceForm(bench, name, { sendNotification, withPdf: true }),
			},
		});
	let made = await send('false');
	evidence.booleans = { taken: 'words' };
	if (made.exchange.status === 422) {
		const namesField = namesNotification(made.exchange);
		made = await send('0');
		evidence.booleans = { taken: 'digits', namesField };
		if (made.exchange.status === 422) {
			evidence.booleans = { taken: 'neither', namesField };
			made = await send();
		}
	}
	if (!isSuccess(made.exchange) && evidence.booleans.taken !== 'neither') delete evidence.booleans;
	evidence.invoiceStatus = made.exchange.status;
	bench.invoices.push(madeOrFail(made, 'the invoice'));
}

function namesNotification({ body }: Exchange): boolean {
	const sentence = String(fieldOf(body, 'message')).toLowerCase().replaceAll(/[\s_]/g, '');
	return sentence.includes('sendnotification');
}

/** Looks at the beginning of the list right after. */
export async function readListOfInvoices(bench: Workbench): Promise<void> {
	const { refused, first } = numbers(bench);
	const invoice = needed(
		bench.invoices.find(({ entry }) => entry.name === first),
		'the invoice',
	);
	// Where the oldest come first, a new one is on the last page.
	const objects: Record<string, unknown>[] = [];
	for (let page = 1; page <= 20; page++) {
		const { body } = await bench.client.send({
			method: 'GET',
			path: `/customer-invoices?page=${page}`,
		});
		objects.push(...objectsOf(body));
		if (objects.some(({ id }) => id === invoice.id)) break;
		if (typeof fieldOf(body, 'next_page_url') !== 'string') break;
	}
	const listed = objects.find(({ id }) => id === invoice.id);
	const sent = {
		invoiceNumber: first,
		customerId: bench.customer?.id,
		amount: AMOUNT,
		issuedAt: today(),
	};
	const { evidence } = bench;
	evidence.listed = {
		isThere: listed !== undefined,
		differing: Object.entries(sent)
			.filter(([name, value]) => listed && String(listed[name]) !== value)
			.map(([name]) => name),
	};
	if (evidence.refused && evidence.refused.status >= 400) {
		evidence.refused.isListed = objects.some(({ invoiceNumber }) => invoiceNumber === refused);
	}
}

/** Creates an invoice from lines with a number that is taken, on a refusal with another one. */
export async function createInvoiceFromLines(bench: Workbench): Promise<void> {
	const { first, second } = numbers(bench);
	const send = async (invoiceNumber: string, mayBeRefused: boolean) =>
		await make(bench, {
			kind: 'invoice from lines',
			name: invoiceNumber,
			remark: STAYS,
			mayBeRefused,
			request: {
				operationId: 'create-customer-invoice-manual',
				method: 'POST',
				path: '/customer-invoices/manual',
				body: {
					customerId: needed(bench.customer, 'the customer').id,
					invoiceNumber,
					issuedAt: today(),
					sendNotification: false,
					lines: [{ description: 'n8n check', amountExclVat: AMOUNT, vatRate: 0 }],
				},
			},
		});
	const isTaken = bench.invoices.some(({ entry }) => entry.name === first);
	let made = await send(first, true);
	if (isTaken) bench.evidence.secondInvoiceStatus = made.exchange.status;
	if (!made.object && [409, 422].includes(made.exchange.status)) made = await send(second, false);
	bench.invoices.push(madeOrFail(made, 'the invoice from lines'));
}

/** Fetches the PDF without the token. */
export async function downloadPdf(bench: Workbench): Promise<void> {
	const invoice = needed(
		bench.invoices.find(({ entry }) => entry.kind === 'invoice with PDF'),
		'the invoice with PDF',
	);
	const { body } = await perform(bench, {
		operationId: 'get-customer-invoice-as-pdf',
		method: 'GET',
		path: `/customer-invoices/${encodeURIComponent(invoice.id)}/pdf`,
	});
	const link = fieldOf(body, 'link');
	if (typeof link !== 'string' || !URL.canParse(link)) {
		throw new StepFailure('no download address was answered');
	}
	const { status, bytes } = await ask({ method: 'GET', url: link, signal: bench.signal });
	bench.evidence.download = { status, isSame: bytes.equals(await testPdf()) };
}
