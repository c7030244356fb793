import { portalObjects } from '../../../shared/objects/portalObjects';
import type { Resource } from '../../execution/operation';
import { getMany, getOne } from '../reading';
import { create } from './create';
import { createManual } from './createManual';
import { downloadPdf } from './downloadPdf';
import { markPaid } from './markPaid';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/get-customer-invoice */
const get = getOne(portalObjects.invoice, {
	description: 'Retrieve an invoice, with its amount, dates and payment page',
});

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/list-customer-invoices */
const getAll = getMany(portalObjects.invoice, { description: 'Retrieve a list of invoices' });

export const invoice: Resource = {
	value: 'invoice',
	object: portalObjects.invoice,
	operations: [create, createManual, downloadPdf, get, getAll, markPaid],
};
