import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';

/** What Simplify keeps of an invoice of MijnKlantportaal: not its lines. */
const simplified = [
	'id',
	'invoiceNumber',
	'currency',
	'subtotalAmount',
	'vatAmount',
	'totalAmount',
	'issuedAt',
	'isPaid',
];

/** https://docs.developers.mijnklantportaal.nl/api-reference/invoices-api/get-mijnklantportaal-invoice */
const get = getOne(portalObjects.licenseInvoice, {
	description: 'Retrieve an invoice that MijnKlantportaal sent to you',
	simplified,
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/invoices-api/list-mijnklantportaal-invoices */
const getAll = getMany(portalObjects.licenseInvoice, {
	description: 'Retrieve a list of the invoices that MijnKlantportaal sent to you',
	simplified,
});

export const licenseInvoice: Resource = {
	value: 'licenseInvoice',
	object: portalObjects.licenseInvoice,
	operations: [get, getAll],
};
