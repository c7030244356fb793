import { fieldOf, isSuccess } from '../asking/exchange';
import { madeOrFail, make, needed, type OwnObject, perform, type Workbench } from './workbench';

/** Wall clock that is marked as the moment of payment: noon and something, on a day that is over. */
const PAID_AT_TIME = '12:34:56';

function day(offset: number): string {
	return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** Marks the invoices as paid, and reads the moment back. */
export async function markInvoicesPaid(bench: Workbench): Promise<void> {
	const moment = `${day(-2)} ${PAID_AT_TIME}`;
	needed(bench.invoices[0], 'an invoice');
	for (const invoice of bench.invoices) {
		const path = `/customer-invoices/${encodeURIComponent(invoice.id)}`;
		const changed = await perform(bench, {
			operationId: 'mark-customer-invoice-paid',
			method: 'PATCH',
			path,
			body: { paidAt: moment },
		});
		if (!isSuccess(changed)) continue;
		undone(invoice, 'marked as paid; it stays in the portal');
		const { body } = await perform(bench, {
			operationId: 'get-customer-invoice',
			method: 'GET',
			path,
		});
		const paidAt = fieldOf(body, 'paidAt');
		bench.evidence.shown.invoice = Boolean(paidAt) && bench.evidence.shown.invoice !== false;
		bench.evidence.momentOffMinutes ??= minutesOff(paidAt, moment);
	}
}

/** Minutes between the instant that was read and the moment on Dutch clocks; undefined without offset. */
function minutesOff(read: unknown, sent: string): number | undefined {
	if (typeof read !== 'string' || !/(Z|[+-]\d{2}:?\d{2})$/.test(read)) return undefined;
	const instant = Date.parse(read);
	if (Number.isNaN(instant)) return undefined;
	// What Dutch clocks show at the instant that was read, beside what was sent.
	const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' });
	const asUtc = (clock: string): number => Date.parse(`${clock.replace(' ', 'T')}Z`);
	return (asUtc(shown) - asUtc(sent)) / 60_000;
}

/** Creates an offer and rejects it. */
export async function createAndRejectOffer(bench: Workbench): Promise<void> {
	const name = `N8N-${bench.plan.stamp}-O`;
	const made = await make(bench, {
		kind: 'offer',
		name,
		remark: 'stays in the portal; remove it there',
		request: {
			operationId: 'create-customer-offer-manual',
			method: 'POST',
			path: '/customer-offers/manual',
			body: {
				customerId: needed(bench.customer, 'the customer').id,
				offerNumber: name,
				issuedAt: day(0),
				expiresAt: day(14),
				sendNotification: false,
				lines: [{ description: 'n8n check', amountExclVat: '1.00', vatRate: 0 }],
			},
		},
	});
	bench.offer = madeOrFail(made, 'the offer');
	const path = `/customer-offers/${encodeURIComponent(bench.offer.id)}`;
	const changed = await perform(bench, {
		operationId: 'mark-customer-offer-accepted-or-rejected',
		method: 'PATCH',
		path,
		body: { rejectedAt: `${day(-1)} ${PAID_AT_TIME}` },
	});
	if (!isSuccess(changed)) return;
	undone(bench.offer, 'marked as rejected; it stays in the portal');
	const { body } = await perform(bench, {
		operationId: 'get-customer-offer',
		method: 'GET',
		path,
	});
	bench.evidence.shown.offer = Boolean(fieldOf(body, 'rejectedAt'));
}

/** Creates a payment link and closes it. */
export async function createAndClosePaymentLink(bench: Workbench): Promise<void> {
	const made = await make(bench, {
		kind: 'payment link',
		name: `n8n check ${bench.plan.stamp}`,
		remark: 'is open; close it in the portal',
		request: {
			operationId: 'create-payment-link',
			method: 'POST',
			path: '/payment-links',
			body: { description: `n8n check ${bench.plan.stamp}`, amount: '1.00' },
		},
	});
	bench.paymentLink = madeOrFail(made, 'the payment link');
	const path = `/payment-links/${encodeURIComponent(bench.paymentLink.id)}`;
	const closed = await perform(bench, {
		operationId: 'close-payment-link',
		method: 'DELETE',
		path,
	});
	if (!isSuccess(closed)) return;
	undone(bench.paymentLink, 'closed');
	const { body } = await perform(bench, { operationId: 'get-payment-link', method: 'GET', path });
	bench.evidence.shown['payment link'] = fieldOf(body, 'status') === 'closed';
}

function undone({ entry }: OwnObject, remark: string): void {
	entry.state = 'undone';
	entry.remark = remark;
}
