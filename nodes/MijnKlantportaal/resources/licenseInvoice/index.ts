import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';

/** https://docs.developers.mijnklantportaal.nl/api-reference/invoices-api/get-mijnklantportaal-invoice */
const get = getOne(portalObjects.licenseInvoice, {
	description: 'Retrieve an invoice that MijnKlantportaal sent to you',
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/invoices-api/list-mijnklantportaal-invoices */
const getAll = getMany(portalObjects.licenseInvoice, {
	description: 'Retrieve a list of the invoices that MijnKlantportaal sent to you',
});

export const licenseInvoice: Resource = {
	value: 'licenseInvoice',
	object: portalObjects.licenseInvoice,
	operations: [get, getAll],
};
