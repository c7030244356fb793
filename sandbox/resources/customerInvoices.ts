import { drawDocument } from '../documents';
import { offerDownload } from '../downloads';
import { ApiError, invalid } from '../errors';
import type { CustomerInvoice, Line } from '../records';
import { totalInclVat } from '../values/amounts';
import { newIdentifier, newSecret } from '../values/identifiers';
import { atom, atomOf, dayOf } from '../values/moments';
import {
	created,
	customerLink,
	customerOf,
	listed,
	named,
	ok,
	uploadedPdf,
	type Operations,
	type PortalContext,
} from './operation';

/** An invoice as the API answers it. */
export function showInvoice(invoice: CustomerInvoice, context: PortalContext): object {
	const path = `/public-invoice/${invoice.id}/pay/${invoice.paymentToken}`;
	return {
		id: invoice.id,
		customerId: invoice.customerId,
		invoiceNumber: invoice.invoiceNumber,
		issuedAt: invoice.issuedAt,
		dueAt: invoice.dueAt,
		currency: 'EUR',
		amount: invoice.amount,
		paidAt: invoice.paidAt,
		createdAt: invoice.createdAt,
		links: {
			customer: customerLink(context, invoice.customerId),
			onlinePaymentLink: { href: `${context.settings.publicUrl}${path}`, type: 'text/html' },
		},
	};
}

/** Marks an invoice paid; the webhooks hear of it when it was still open. */
export function payInvoice(invoice: CustomerInvoice, paidAt: string, context: PortalContext): void {
	const wasOpen = invoice.paidAt === null;
	invoice.paidAt = paidAt;
	if (wasOpen) context.announce('invoice-paid', showInvoice(invoice, context));
}

function demandLicence({ state, settings }: PortalContext): void {
	const month = dayOf().slice(0, 7);
	const used = state.invoices.filter(({ createdAt }) => createdAt.startsWith(month)).length;
	if (used >= settings.invoicesPerMonth) {
		throw new ApiError(426, 'The number of invoices of your license is used up for this month.');
	}
}

function addInvoice(invoice: CustomerInvoice, context: PortalContext): object {
	const { state, settings } = context;
	const isTaken = state.invoices.some(
		({ invoiceNumber }) => invoiceNumber === invoice.invoiceNumber,
	);
	// By default two invoices may carry the same number: the documentation promises no uniqueness.
	if (isTaken && settings.invoiceNumbers === 'unique') {
		throw invalid('The invoiceNumber has already been taken.');
	}
	state.invoices.push(invoice);
	const shown = showInvoice(invoice, context);
	context.announce('invoice-created', shown);
	if (invoice.paidAt) context.announce('invoice-paid', shown);
	return shown;
}

export const customerInvoices: Operations = {
	'list-customer-invoices': (request, context) =>
		listed(request, context, context.state.invoices, (invoice) => showInvoice(invoice, context)),

	'create-customer-invoice': (request, context) => {
		const body = request.body as {
			customerId: string;
			invoiceNumber: string;
			issuedAt: string;
			dueAt?: string;
			paidAt?: string;
			amount: string;
			sendNotification?: boolean;
		};
		const customer = customerOf(context, body.customerId);
		const pdf = uploadedPdf(request, 'pdf');
		demandLicence(context);
		const invoice: CustomerInvoice = {
			id: newIdentifier('inv'),
			customerId: customer.id,
			invoiceNumber: body.invoiceNumber,
			issuedAt: body.issuedAt,
			dueAt: body.dueAt ?? null,
			amount: body.amount,
			paidAt: body.paidAt ? atomOf(body.paidAt) : null,
			createdAt: atom(),
			sendNotification: body.sendNotification ?? false,
			paymentToken: newSecret(24),
			lines: [],
			pdf,
		};
		return created(addInvoice(invoice, context));
	},

	'create-customer-invoice-manual': async (request, context) => {
		const body = request.body as {
			customerId: string;
			invoiceNumber: string;
			issuedAt: string;
			sendNotification?: boolean;
			lines: Line[];
		};
		const customer = customerOf(context, body.customerId);
		const amount = totalInclVat(body.lines);
		const pdf = await drawDocument({
			title: 'Factuur',
			number: body.invoiceNumber,
			issuedAt: body.issuedAt,
			customer,
			lines: body.lines,
			total: amount,
		});
		// Counted after the drawing, so that requests at the same moment cannot pass the limit together.
		demandLicence(context);
		const invoice: CustomerInvoice = {
			id: newIdentifier('inv'),
			customerId: customer.id,
			invoiceNumber: body.invoiceNumber,
			issuedAt: body.issuedAt,
			dueAt: null,
			amount,
			paidAt: null,
			createdAt: atom(),
			sendNotification: body.sendNotification ?? false,
			paymentToken: newSecret(24),
			lines: body.lines,
			pdf,
		};
		return created(addInvoice(invoice, context));
	},

	'get-customer-invoice': (request, context) =>
		ok(showInvoice(named(context.state.invoices, request, 'invoiceId', 'invoice'), context)),

	'mark-customer-invoice-paid': (request, context) => {
		const invoice = named(context.state.invoices, request, 'invoiceId', 'invoice');
		payInvoice(invoice, atomOf((request.body as { paidAt: string }).paidAt), context);
		return ok(showInvoice(invoice, context));
	},

	'get-customer-invoice-as-pdf': (request, { state, settings }) => {
		const invoice = named(state.invoices, request, 'invoiceId', 'invoice');
		return ok(offerDownload(state, invoice.pdf, settings.publicUrl));
	},
};
