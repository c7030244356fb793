import type {
	Customer,
	CustomerInvoice,
	CustomerOffer,
	PaymentLink,
	Subscription,
	Ticket,
} from '../records';

/** Buttons that stand together, with whom they play. */
export interface ButtonGroup {
	as: 'As the customer' | 'As a colleague' | 'As the portal';
	buttons: { action: string; label: string; id: string }[];
}

type Choice = [action: string, label: string];

function group(as: ButtonGroup['as'], id: string, choices: Choice[]): ButtonGroup {
	return { as, buttons: choices.map(([action, label]) => ({ action, label, id })) };
}

const when = (condition: unknown, ...choices: Choice[]): Choice[] => (condition ? choices : []);

/** The buttons beside each kind of object; the actions stand in actions.ts. */
export const buttonsFor = {
	invoice: ({ id, paidAt }: CustomerInvoice): ButtonGroup[] => [
		group('As the customer', id, [
			...when(!paidAt, ['pay-invoice', 'Pay']),
			...when(paidAt, ['charge-back-invoice', 'Charge back']),
		]),
		group('As a colleague', id, [['delete-invoice', 'Delete']]),
	],
	offer: ({ id, acceptedAt, rejectedAt }: CustomerOffer): ButtonGroup[] => [
		group(
			'As the customer',
			id,
			when(!acceptedAt && !rejectedAt, ['accept-offer', 'Accept'], ['reject-offer', 'Reject']),
		),
		group('As a colleague', id, [['delete-offer', 'Delete']]),
	],
	paymentLink: ({ id, status }: PaymentLink): ButtonGroup[] => [
		group('As the customer', id, when(status === 'open', ['pay-payment-link', 'Pay'])),
		group('As the portal', id, when(status === 'open', ['expire-payment-link', 'Let expire'])),
	],
	subscription: ({ id, payments }: Subscription): ButtonGroup[] => [
		group('As the portal', id, [['charge-subscription', 'Charge']]),
		group(
			'As the customer',
			id,
			when(
				payments.some(({ status }) => status === 'open'),
				['pay-subscription', 'Pay'],
			),
		),
		group('As a colleague', id, [['delete-subscription', 'Delete']]),
	],
	ticket: ({ id }: Ticket): ButtonGroup[] => [
		group('As the customer', id, [['answer-ticket', 'Write']]),
	],
	tickets: (): ButtonGroup[] => [
		group('As the customer', '', [['open-ticket', 'Open a new ticket']]),
	],
	customer: ({ id }: Customer): ButtonGroup[] => [
		group('As a colleague', id, [['delete-customer', 'Delete']]),
	],
};
