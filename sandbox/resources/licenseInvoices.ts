import type { LicenseInvoice } from '../records';
import { listed, named, ok, type Operations } from './operation';

const showLicenseInvoice = (invoice: LicenseInvoice): object => ({ ...invoice, currency: 'EUR' });

/** The invoices of MijnKlantportaal itself to the owner of the portal. */
export const licenseInvoices: Operations = {
	'list-mijnklantportaal-invoices': (request, context) =>
		listed(request, context, context.state.licenseInvoices, showLicenseInvoice),

	'get-invoice': (request, { state }) =>
		ok(showLicenseInvoice(named(state.licenseInvoices, request, 'invoiceId', 'invoice'))),
};
