import { portalObjects } from '../../../shared/objects/portalObjects';
import type { WriteOperation } from '../../execution/operation';
import { moment } from '../../fields/dateFields';
import { idInPath } from '../../fields/locators';
import { changeRecovery } from '../changes';

/** https://docs.developers.mijnklantportaal.nl/api-reference/customer-invoices-api/mark-customer-invoice-paid */
export const markPaid: WriteOperation = {
	name: 'Mark as Paid',
	value: 'markPaid',
	action: 'Mark invoice as paid',
	description: 'Mark an invoice as paid, also in a connected bookkeeping integration',
	method: 'PATCH',
	url: '/customer-invoices/{invoiceId}',
	scope: 'invoices.read',
	output: 'object',
	recovery: changeRecovery,
	fields: [
		idInPath(portalObjects.invoice),
		moment({
			name: 'paidAt',
			displayName: 'Paid At',
			description: 'When the invoice was paid, such as 2026-12-31 14:30:00 or {{ $now }}',
			default: '={{ $now }}',
			required: true,
		}),
	],
};
